import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { actorIdOf, recordAct, type Act, type Actor } from './record-act'

/**
 * Records what staff looks at inside a tenant, before it is shown: once an access, action and subject, so that a page
 * that refreshes itself does not fill the trail. The tenant's own people and keys reading their own things are not recorded.
 */
export async function recordLook(
  tx: Tx,
  caller: TenantCaller,
  action: string,
  subject: Act['subject'],
  after?: object,
): Promise<void> {
  if (caller.kind !== 'visitor') return
  await recordOnce(tx, caller, { ...{ tenantId: caller.tenantId, action, subject }, ...(after && { after }) })
}

/**
 * Once a session, key or access, and once since a time where one is given: also for who looks across tenants, from a
 * transaction of the platform.
 */
export async function recordOnce(tx: Tx, caller: Actor, act: Act, since?: Date): Promise<void> {
  const { tenantId, action, subject } = act
  const [actorId, credentialId] = [actorIdOf(caller), caller.credential?.id ?? null]
  const seen = await tx.auditEvent.findFirst({
    where: {
      ...{ tenantId, actorId, credentialId, action, subjectId: subject.id },
      ...(since && { at: { gte: since } }),
    },
    select: { id: true },
  })
  if (!seen) await recordAct(tx, caller, act)
}
