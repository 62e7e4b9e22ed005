import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'

/**
 * Tells each tenant's trail what a night deleted, once a night; a tally that was told is gone. Of all tenants, by the
 * worker, also of a night whose run died before it came to this.
 */
export async function tellTallies(actor: Actor): Promise<void> {
  for (;;) {
    const isLeft = await asPlatform((tx) => tellNext(tx, actor))
    if (!isLeft) return
  }
}

async function tellNext(tx: Tx, actor: Actor): Promise<boolean> {
  const next = await tx.retentionTally.findFirst({ orderBy: { id: 'asc' } })
  if (!next) return false
  const { id, tenantId, night, freed, ...rest } = next
  const { inbox, spam, quarantine, trash } = rest
  await tx.retentionTally.delete({ where: { id } })
  const messages = inbox + spam + quarantine + trash
  await recordAct(tx, actor, {
    ...{ tenantId, action: 'messages.expired' },
    subject: {
      type: 'retention',
      id: null,
      label: messages === 1 ? '1 message' : `${messages.toLocaleString('en')} messages`,
    },
    after: { night, inbox, spam, quarantine, trash, freed },
  })
  return true
}
