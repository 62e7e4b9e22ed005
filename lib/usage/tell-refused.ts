import type { Tx } from '@/lib/kernel/db/client'
import { enqueue } from '@/lib/kernel/jobs'
import type { MeteredName } from './fields'
import { TELL_USAGE } from './jobs'
import { noticeKind, noticePeriod } from './notice'
import { usageTime } from './usage-time'

/**
 * Has owners told that something did not fit into what is left: nobody's act crosses the line of what is seldom used up to
 * the last bit. The first refusal of a day asks for it; the others find the notice.
 */
export async function tellRefused(tx: Tx, tenantId: string, name: MeteredName): Promise<void> {
  const told = await tx.notice.count({
    where: { tenantId, kind: noticeKind(name, 'full'), period: noticePeriod(await usageTime(tx)) },
  })
  if (told === 0) await enqueue(tx, TELL_USAGE, { tenantId, name, refused: true })
}
