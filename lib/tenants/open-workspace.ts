import type { Environment, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'

const field = 'workspace'

/**
 * The workspace of a slug, for a tenant of that environment to be put into, held open to the end of the transaction.
 * @throws AppError workspace_unknown | environment_differs | workspace_archived, each told at `workspace`
 */
export async function openWorkspace(tx: Tx, slug: string, environment: Environment) {
  const found = await findOpenWorkspace(tx, slug, environment)
  if (!(await holdOpen(tx, found.id))) throw new AppError('workspace_archived', { field })
  return found
}

/** The same for looking only: it may be archived a moment later. @throws as openWorkspace */
export async function findOpenWorkspace(tx: Tx, slug: string, environment: Environment) {
  const found = await tx.workspace.findUnique({ where: { slug } })
  if (!found) throw new AppError('workspace_unknown', { field })
  if (found.environment !== environment) throw new AppError('environment_differs', { field })
  if (found.archivedAt) throw new AppError('workspace_archived', { field })
  return found
}

/** Whether it is open; whoever archives it at the same time waits here, and then finds the tenant in it. */
export async function holdOpen(tx: Tx, id: string): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    select 1 as open from "Workspace" where id = ${id}::uuid and "archivedAt" is null for share`
  return open.length > 0
}

/** Where a tenant of an environment lands when nothing says otherwise. */
export const defaultWorkspace = (tx: Tx, environment: Environment) =>
  tx.workspace.findFirstOrThrow({ where: { isDefault: true, environment } })
