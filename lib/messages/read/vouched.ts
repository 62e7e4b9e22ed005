import { z } from 'zod'
import { domainOf } from '../decide/fold'
import { vouchesFor } from '../decide/vouched'
import { verdicts, type MessageSummary } from '../view'

/** As they are kept with a message: with how many mailboxes stand in From, of which one verdict speaks for one at most. */
export const keptVerdicts = verdicts.extend({ senders: z.number().int().default(1) })

/** Whether anything vouches for the address in From: DMARC, or failing that DKIM or SPF of the same owner's domain. */
export function vouchedFor(
  { senders, ...said }: z.infer<typeof keptVerdicts>,
  fromAddress: string,
): MessageSummary['vouched'] {
  if (senders !== 1 || said.dmarc.result === 'fail') return 'no'
  if (vouchesFor(domainOf(fromAddress), said)) return 'yes'
  return Object.values(said).every(({ result }) => result === 'unknown') ? 'unknown' : 'no'
}
