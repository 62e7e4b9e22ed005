import { after, DAY } from '@/lib/kernel/clock'
import { maskTold } from '../mask/of-message'
import { legible, maskText, secretsIn } from '../mask/secrets'
import { KEPT_DAYS } from './bounds'
import type { StrayRow } from './platform'
import type { StrayView } from './view'

export const toStrayView = (row: StrayRow): StrayView => ({
  ...row,
  reason: row.reason as StrayView['reason'],
  // Whoever it was meant for is not here to be asked.
  ...masked(row),
  receivedAt: row.receivedAt.toISOString(),
  goesAt: after(row.receivedAt, KEPT_DAYS * DAY).toISOString(),
})

/** Of a sender only what is known to be one: numbers in an address are no codes. */
function masked({ subject, fromHeader }: StrayRow): Pick<StrayView, 'subject' | 'from'> {
  const secrets = secretsIn([legible(`${fromHeader}\n${subject}`)])
  const { subject: told } = maskTold({ subject, snippet: '', fromName: '' })
  return { subject: told, from: maskText(fromHeader, secrets) }
}
