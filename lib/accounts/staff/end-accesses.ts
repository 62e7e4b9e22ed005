import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'

/** Ends open accesses of staff, each in its tenant's trail; answers those that were open. For the platform role. */
export async function endAccesses(tx: Tx, caller: Actor, whose: { userId: string; id?: string }) {
  const now = await databaseTime(tx)
  const open = await tx.supportAccess.findMany({
    where: { ...whose, endedAt: null, expiresAt: { gt: now } },
  })
  for (const { id, tenantId, userName } of open) {
    const { count } = await tx.supportAccess.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: now },
    })
    if (count === 0) continue
    await recordAct(tx, caller, {
      tenantId,
      action: 'support.ended',
      subject: { type: 'access', id, label: userName },
    })
  }
  return open
}
