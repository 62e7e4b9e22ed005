import type { Tx } from '@/lib/kernel/db/client'
import { maskTold } from '../mask/of-message'
import type { Sought } from './sought'
import { nothing, type Trace, type When } from './trace'

/** Mail for nobody, which was accepted. */
export async function strayMail(
  tx: Tx,
  { by, values, tagOf, from }: Sought,
  { since, before }: When,
  take: number,
): Promise<Trace[]> {
  const field = { recipient: 'recipient', sender: 'envelopeFrom', messageId: 'messageId' }[by]
  const rows = await tx.strayMail.findMany({
    where: {
      [field]: { in: tagOf ? [...values, tagOf.address] : values },
      ...(from && { envelopeFrom: { in: from } }),
      receivedAt: { gte: since, lt: before },
    },
    orderBy: { receivedAt: 'desc' },
    take,
  })
  return rows.map((row) => ({
    tenantId: null,
    trace: {
      ...nothing,
      ...{
        kind: 'stray',
        id: row.id,
        at: row.receivedAt.toISOString(),
        from: row.envelopeFrom,
        recipient: row.recipient,
      },
      subject: maskTold({ subject: row.subject, snippet: '', fromName: '' }).subject,
      says: ['Nobody here has this address.'],
    },
  }))
}
