import type { ParsedMessage } from '@/lib/gateways/mime'
import type { MailFacts } from '../decide/types'
import type { Verdicts } from '../view'
import type { IncomingMail } from './types'

const nobodyLooked = { result: 'unknown', domain: null, says: 'Nobody checked it.' } as const

export const noVerdicts: Verdicts = { spf: nobodyLooked, dkim: nobodyLooked, dmarc: nobodyLooked }

/** What a decision about one recipient stands on. */
export function factsOf(
  mail: IncomingMail,
  message: ParsedMessage,
  listedAt: readonly string[],
  to: { recipient: string; isRole: boolean },
): MailFacts {
  const { from, cc, replyTo, subject, headers, text, html, messageId, attachments, date } = message
  return {
    ...{ from, to: message.to, cc, replyTo, subject, headers, text, html, messageId, attachments },
    ...{ envelopeFrom: mail.envelopeFrom, ...to, listedAt },
    sentAt: date,
    receivedAt: mail.receivedAt,
    size: mail.raw.size,
    verdicts: mail.verdicts ?? noVerdicts,
    network: mail.network ?? { spam: 'unknown', virus: 'unknown' },
  }
}
