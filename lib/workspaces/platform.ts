import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { Prisma, type Environment, type Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'
import { matchPattern, patternsFor } from './patterns/match-pattern'
import { writePatterns } from './patterns/write-patterns'
import { findWorkspace, holdWorkspace, subjectOf, tenantsIn, withPatterns } from './workspace'

// Workspaces belong to no tenant: they are read and changed as the platform, and recorded in its own trail.

export interface WorkspaceFilter {
  search: string | undefined
  environment: Environment | undefined
  archived: boolean
}

/** A page of them, newest first, and how many tenants each of the page has. */
export function workspacePage(filter: WorkspaceFilter, before: Position | undefined, take: number) {
  const { search, environment, archived } = filter
  const like = search && { contains: search, mode: 'insensitive' as const }
  return asPlatform(async (tx) => {
    const rows = await tx.workspace.findMany({
      where: {
        AND: [
          like ? { OR: [{ name: like }, { slug: like }, { patterns: { some: { pattern: like } } }] } : {},
          { archivedAt: archived ? { not: null } : null, ...(environment && { environment }) },
          olderThan('createdAt', before),
        ],
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    })
    return { rows, tenants: await tenantsIn(tx, rows) }
  })
}

/** One workspace with its patterns and how many tenants it has. @throws AppError not_found */
export const workspaceOf = (slug: string) =>
  asPlatform(async (tx) => withPatterns(tx, await findWorkspace(tx, slug)))

interface NewWorkspace {
  slug: string
  name: string
  description: string
  environment: Environment
  patterns: string[]
}

/** @throws AppError workspace_exists | pattern_taken */
export async function makeWorkspace(caller: Actor, { patterns, ...data }: NewWorkspace) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const row = await tx.workspace.create({ data })
    await writePatterns(tx, row, patterns)
    const after = { ...data, patterns }
    await recordAct(tx, caller, { tenantId, action: 'workspace.created', subject: subjectOf(row), after })
    return withPatterns(tx, row)
  }).catch(exists)
}

/** The unique index lets one of two at once through. */
function exists(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new AppError('workspace_exists', { field: 'slug', cause: error })
  throw error
}

interface Edit {
  name?: string | undefined
  description?: string | undefined
  patterns?: string[] | undefined
}

/** Slug and environment are for good: tenants, trails and addresses refer to them. @throws AppError pattern_taken */
export async function changeWorkspace(caller: Actor, slug: string, { patterns, ...words }: Edit) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const was = await withPatterns(tx, await holdWorkspace(tx, slug))
    const row = await tx.workspace.update({ where: { id: was.row.id }, data: words })
    if (patterns) await writePatterns(tx, row, patterns)
    const now = await withPatterns(tx, row)
    const facts = ({ row: { name, description }, patterns }: typeof now) => ({ name, description, patterns })
    const [before, after] = [facts(was), facts(now)]
    const subject = subjectOf(row)
    if (JSON.stringify(before) !== JSON.stringify(after))
      await recordAct(tx, caller, { tenantId, action: 'workspace.edited', subject, before, after })
    return now
  })
}

/**
 * The open workspace of an environment whose pattern fits a name in A-labels most closely; null when none does. In a
 * transaction of the platform. Whether the name may pull anybody anywhere is for whoever asks to know.
 */
export async function findByPattern(tx: Tx, environment: Environment, name: string) {
  const found = await tx.workspacePattern.findMany({
    where: { environment, pattern: { in: patternsFor(name) }, workspace: { archivedAt: null } },
  })
  const best = matchPattern(
    found.map(({ pattern }) => pattern),
    name,
  )
  return found.find(({ pattern }) => pattern === best) ?? null
}
