import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { policyOf } from '@/lib/usage/limits-of'
import type { WorkspaceView } from './view'

export type WorkspaceRow = Prisma.WorkspaceGetPayload<object>

/** The workspace of a slug. @throws AppError not_found */
export async function findWorkspace(tx: Tx, slug: string): Promise<WorkspaceRow> {
  const row = await tx.workspace.findUnique({ where: { slug } })
  return row ?? missing()
}

/**
 * The same, held to the end of the transaction: whoever wants to put a tenant into it waits, and then finds it as it has
 * become. @throws AppError not_found
 */
export async function holdWorkspace(tx: Tx, slug: string): Promise<WorkspaceRow> {
  await tx.$queryRaw`select 1 from "Workspace" where slug = ${slug} for update`
  return findWorkspace(tx, slug)
}

function missing(): never {
  throw new AppError('not_found', {
    say: 'No workspace has this slug.',
    next: 'Take one out of the list of workspaces.',
  })
}

/** With its patterns and how many tenants it has. */
export async function withPatterns(tx: Tx, row: WorkspaceRow) {
  const patterns = await tx.workspacePattern.findMany({
    where: { workspaceId: row.id },
    orderBy: { pattern: 'asc' },
  })
  const tenants = await tenantsIn(tx, [row])
  return { row, patterns: patterns.map(({ pattern }) => pattern), tenants: tenants.get(row.id) ?? 0 }
}

/** How many tenants each of some has: customers, whom its policy holds for. */
export async function tenantsIn(tx: Tx, rows: { id: string }[]): Promise<Map<string, number>> {
  const counted = await tx.tenant.groupBy({
    by: ['workspaceId'],
    where: { kind: 'customer', workspaceId: { in: rows.map(({ id }) => id) } },
    _count: true,
  })
  return new Map(counted.map(({ workspaceId, _count }) => [workspaceId, _count]))
}

export const toWorkspaceView = (row: WorkspaceRow, tenants: number): WorkspaceView => ({
  ...row,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  tenants,
  limitsSet: Object.values(policyOf(row)).filter((value) => value !== null).length,
})

/** As the trail names it. */
export const subjectOf = ({ id, name }: { id: string; name: string }) => ({
  type: 'workspace',
  id,
  label: name,
})
