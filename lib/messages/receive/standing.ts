import type { Tx } from '@/lib/kernel/db/client'
import type { Target } from './judge-for'

export interface Standing {
  inboxId: string
  isSuspended: boolean
  isTenantSuspended: boolean
  /** of this delivery, when it is there already */
  messageId: string | null
}

/** How the inboxes stand at this moment: whoever brought the message asked before it was read, which takes a while. */
export const standingOf = (
  tx: Tx,
  tenantId: string,
  targets: readonly Target[],
  deliveryId: string,
): Promise<Standing[]> => tx.$queryRaw`
  select i.id::text as "inboxId", m.id::text as "messageId", i."suspendedAt" is not null as "isSuspended",
         t.kind = 'customer' and t."suspendedAt" is not null as "isTenantSuspended"
    from "Inbox" i
    join "Tenant" t on t.id = i."tenantId"
    left join "Message" m on m."tenantId" = i."tenantId" and m."inboxId" = i.id and m."deliveryId" = ${deliveryId}
   where i."tenantId" = ${tenantId}::uuid and i.id = any(${targets.map(({ inboxId }) => inboxId)}::uuid[])`

/** The target as it stands now; the same when nothing changed. What is for postmaster and abuse is taken whatever stands. */
export function asItStands(target: Target, all: readonly Standing[]): Target {
  const now = all.find(({ inboxId }) => inboxId === target.inboxId)
  if (!now || target.kind === 'role') return target
  const { isSuspended, isTenantSuspended } = now
  return isSuspended === target.isSuspended && isTenantSuspended === target.isTenantSuspended
    ? target
    : { ...target, isSuspended, isTenantSuspended }
}
