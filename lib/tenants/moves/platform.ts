import type { Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'
import { policyOf } from '@/lib/usage/limits-of'
import { readUsage } from '@/lib/usage/read-usage'
import { compareLimits } from '../compare-limits'
import { findTenant, holdTenant } from '../hold-tenant'
import { findOpenWorkspace, openWorkspace } from '../open-workspace'
import { tellTenant } from '../tell'
import type { MoveView } from '../view'
import { relocate, type Moved } from './relocate'
import { newestFirst, toMoveView, withPlaces } from './to-move-view'

// Workspaces belong to no tenant and moves lead from one to another, so they are read and made as the platform.

interface Wish {
  /** slug */
  tenant: string
  /** slug of where it goes */
  workspace: string
  assignment: 'explicit' | 'pattern'
  batchId?: string | undefined
  /** slug of where it was seen: it may have been moved since */
  from?: string | undefined
}

/** Moves one for somebody who said where to. @throws as moveTenantIn */
export const move = (caller: Actor, wish: Omit<Wish, 'assignment' | 'batchId'>): Promise<MoveView> =>
  told((tx) => moveTenantIn(tx, caller, { ...wish, assignment: 'explicit' }))

/** @throws as undoMoveIn */
export const undo = (caller: Actor, id: string): Promise<MoveView> => told((tx) => undoMoveIn(tx, caller, id))

async function told(work: (tx: Tx) => Promise<Moved>): Promise<MoveView> {
  const row = await asPlatform(async (tx) => {
    const { moveId: id } = await work(tx)
    return tx.tenantMove.findUniqueOrThrow({ where: { id }, include: withPlaces })
  })
  await tellTenant(row.tenantId)
  return toMoveView(row, { workspaceId: row.toId })
}

/**
 * Moves a tenant, in a transaction of the platform: from its commit on, every act asks the new workspace's policy.
 * @throws AppError not_found | workspace_unknown | environment_differs | workspace_archived | conflict
 */
export async function moveTenantIn(tx: Tx, actor: Actor, wish: Wish): Promise<Moved> {
  const tenant = await holdTenant(tx, { slug: wish.tenant })
  if (wish.from !== undefined && wish.from !== tenant.workspace.slug)
    throw new AppError('conflict', {
      say: `This tenant is in ${tenant.workspace.name} by now.`,
      next: 'Look what a move from there changes, then decide again.',
    })
  const to = await openWorkspace(tx, wish.workspace, tenant.environment)
  if (to.id === tenant.workspaceId && tenant.assignment === wish.assignment)
    throw new AppError('conflict', {
      say: `This tenant is in ${to.name} already.`,
      next: 'There is nothing to move.',
    })
  const { assignment, batchId } = wish
  return relocate(tx, actor, tenant, { workspaceId: to.id, assignment, batchId })
}

/**
 * Takes a move back while nothing came after it: the tenant goes where it was, and for the reason it was there, unless a
 * pattern had moved it. A move of its own, which can be taken back as well. @throws AppError not_found | move_overtaken | workspace_archived
 */
export async function undoMoveIn(tx: Tx, actor: Actor, id: string, batchId?: string): Promise<Moved> {
  const known = isUuid(id) ? await tx.tenantMove.findUnique({ where: { id }, include: { from: true } }) : null
  if (!known) throw new AppError('not_found')
  const tenant = await holdTenant(tx, { id: known.tenantId })
  const [latest] = await tx.tenantMove.findMany({ where: { tenantId: tenant.id }, ...newestFirst, take: 1 })
  if (latest?.id !== id || latest.undoneAt || tenant.workspaceId !== known.toId)
    throw new AppError('move_overtaken')
  await openWorkspace(tx, known.from.slug, tenant.environment)
  await tx.tenantMove.update({ where: { id }, data: { undoneAt: await databaseTime(tx) } })
  const workspaceId = known.fromId
  // Whom a pattern brought, and a person took back, stays: the next name that is proven would pull it again.
  const assignment = known.toAssignment === 'pattern' ? 'explicit' : known.fromAssignment
  return relocate(tx, actor, tenant, { workspaceId, assignment, batchId, undoes: id })
}

/** What a move would change, by the numbers of this moment. @throws as moveTenantIn, but for conflict */
export const compareMove = (slug: string, workspace: string) =>
  asPlatform(async (tx) => {
    const tenant = await findTenant(tx, { slug })
    const to = await findOpenWorkspace(tx, workspace, tenant.environment)
    const { meters, holds } = await readUsage(tx, tenant.id)
    const limits = compareLimits([...meters, ...holds], { plan: tenant.plan, policy: policyOf(to) })
    return { from: tenant.workspace, to, limits }
  })

/** Newest first, with which of all is the latest. @throws AppError not_found */
export const movesOf = (slug: string, before: Position | undefined, take: number) =>
  asPlatform(async (tx) => {
    const tenant = await findTenant(tx, { slug })
    const { id: tenantId } = tenant
    const [latest] = await tx.tenantMove.findMany({ where: { tenantId }, ...newestFirst, take: 1 })
    const rows = await tx.tenantMove.findMany({
      where: { AND: [{ tenantId }, olderThan('createdAt', before)] },
      include: withPlaces,
      ...newestFirst,
      take,
    })
    return { tenant, latest: latest?.id ?? null, rows }
  })
