import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { recordAct, type Act } from './record-act'

/**
 * Records what staff looks at inside a tenant, before it is shown: once an access, action and subject, so that a page
 * that refreshes itself does not fill the trail. The tenant's own people and keys reading their own things are not recorded.
 */
export async function recordLook(
  tx: Tx,
  caller: TenantCaller,
  action: string,
  subject: Act['subject'],
): Promise<void> {
  if (caller.kind !== 'visitor') return
  const { tenantId } = caller
  const seen = await tx.auditEvent.findFirst({
    where: { tenantId, credentialId: caller.credential?.id ?? null, action, subjectId: subject.id },
    select: { id: true },
  })
  if (!seen) await recordAct(tx, caller, { tenantId, action, subject })
}
