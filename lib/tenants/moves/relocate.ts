import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import type { TenantRow } from '../hold-tenant'

interface Target {
  workspaceId: string
  assignment: TenantRow['assignment']
  batchId?: string | undefined
  /** the move that this one takes back */
  undoes?: string
}
export interface Moved {
  tenantId: string
  moveId: string
  fromId: string
  toId: string
}

/** Puts a tenant that is held elsewhere: one column changes, and what it owns stays where it is. In the trail with both places. */
export async function relocate(tx: Tx, actor: Actor, tenant: TenantRow, to: Target): Promise<Moved> {
  const { id: tenantId, workspaceId: fromId, assignment: fromAssignment } = tenant
  const { workspaceId: toId, assignment: toAssignment, batchId = null, undoes } = to
  const { workspace } = await tx.tenant.update({
    where: { id: tenantId },
    data: { workspaceId: toId, assignment: toAssignment },
    select: { workspace: true },
  })
  const { id: moveId } = await tx.tenantMove.create({
    data: {
      ...{ tenantId, fromId, toId, fromAssignment, toAssignment, batchId },
      movedBy: 'name' in actor ? actor.name : 'Letterhead',
      createdAt: await databaseTime(tx),
    },
  })
  await recordAct(tx, actor, {
    tenantId,
    action: undoes ? 'tenant.move_undone' : toAssignment === 'pattern' ? 'tenant.grouped' : 'tenant.moved',
    subject: { type: 'tenant', id: tenantId, label: tenant.name },
    before: { workspace: tenant.workspace.slug, assignment: fromAssignment },
    after: { workspace: workspace.slug, assignment: toAssignment },
  })
  return { tenantId, moveId, fromId, toId }
}
