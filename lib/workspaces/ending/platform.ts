import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { asPlatform } from '@/lib/kernel/platform'
import { holdWorkspace, subjectOf, withPatterns, type WorkspaceRow } from '../workspace'

// Whether tenants of all kinds are in a workspace, or ever were, only the platform can see.

/** @throws AppError workspace_is_default | workspace_in_use */
export async function archive(caller: Actor, slug: string) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const held = await holdWorkspace(tx, slug)
    await refuseInUse(tx, held)
    if (held.archivedAt) return withPatterns(tx, held)
    const archivedAt = await databaseTime(tx)
    const row = await tx.workspace.update({ where: { id: held.id }, data: { archivedAt } })
    await recordAct(tx, caller, { tenantId, action: 'workspace.archived', subject: subjectOf(row) })
    return withPatterns(tx, row)
  })
}

export async function unarchive(caller: Actor, slug: string) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const held = await holdWorkspace(tx, slug)
    if (!held.archivedAt) return withPatterns(tx, held)
    const row = await tx.workspace.update({ where: { id: held.id }, data: { archivedAt: null } })
    await recordAct(tx, caller, { tenantId, action: 'workspace.restored', subject: subjectOf(row) })
    return withPatterns(tx, row)
  })
}

/** @throws AppError workspace_is_default | workspace_in_use */
export async function removeWorkspace(caller: Actor, slug: string): Promise<string> {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const row = await holdWorkspace(tx, slug)
    await refuseInUse(tx, row)
    // Whoever reads later where a tenant has been finds the workspace.
    const moves = await tx.tenantMove.count({ where: { OR: [{ fromId: row.id }, { toId: row.id }] } })
    if (moves > 0)
      throw new AppError('workspace_in_use', {
        say: 'Tenants have been in this workspace, and their moves refer to it.',
        next: 'Archive it instead.',
      })
    const { patterns } = await withPatterns(tx, row)
    const before = { slug, name: row.name, environment: row.environment, patterns }
    await tx.workspace.delete({ where: { id: row.id } })
    await recordAct(tx, caller, { tenantId, action: 'workspace.deleted', subject: subjectOf(row), before })
    return row.id
  })
}

async function refuseInUse(tx: Tx, { id, isDefault }: WorkspaceRow): Promise<void> {
  if (isDefault) throw new AppError('workspace_is_default')
  const tenants = await tx.tenant.count({ where: { workspaceId: id } })
  if (tenants > 0)
    throw new AppError('workspace_in_use', {
      say: `This workspace has ${tenants === 1 ? 'a tenant' : `${tenants.toLocaleString('en')} tenants`}.`,
      next: 'Move them to other workspaces first.',
    })
}
