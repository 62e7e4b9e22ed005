import type { ParsedMessage } from '@/lib/gateways/mime'
import type { Seen } from '../decide/see'
import type { Decision } from '../decide/types'
import { wordsOf } from '../words/words-of'
import { noVerdicts } from './facts-of'
import { foldEnvelope } from './fold-envelope'
import { storable } from './storable'
import type { IncomingMail } from './types'

const SNIPPET = 200

/** What is the same of a message in whatever inbox it lies. */
export function contentOf(mail: IncomingMail, message: ParsedMessage, { html }: Seen) {
  const { from, to, cc, replyTo, subject, messageId, attachments, date } = message
  const sender = from[0] ?? { name: '', address: mail.envelopeFrom }
  const text = message.text.trim() || html.visible
  return {
    words: (place: { tenantId: string; inboxId: string; recipient: string }) =>
      wordsOf({
        ...{ ...place, from, to, cc, replyTo, subject, attachments },
        envelopeFrom: mail.envelopeFrom,
        text: `${message.text.slice(0, 64 * 1024)}\n${html.visible}`,
      }),
    row: {
      ...{ subject, messageId },
      ...storable({ attachments, people: { to, cc, replyTo } }),
      deliveryId: mail.deliveryId,
      receivedAt: mail.receivedAt,
      envelopeFrom: mail.envelopeFrom,
      sentAt: date,
      fromName: sender.name,
      fromAddress: foldEnvelope(sender.address),
      snippet: snippetOf(text),
      size: mail.raw.size,
      hasFiles: attachments.some(({ inline }) => !inline),
      verdicts: storable({ ...(mail.verdicts ?? noVerdicts), senders: from.length }),
    },
  }
}

function snippetOf(text: string): string {
  const line = text.slice(0, 4_000).replace(/\s+/g, ' ').trim()
  return [...line].slice(0, SNIPPET).join('')
}

/** What was decided of it for one inbox. Refused and yet kept, it lies in quarantine with the reason. */
export const placeOf = ({ folder, label, read, score, markers, reasons, refusal }: Decision, at: Date) => ({
  folder: refusal ? ('quarantine' as const) : folder,
  label: refusal ? null : label,
  readAt: read && !refusal ? at : null,
  spamScore: score,
  ...storable({ markers, reasons }),
})
