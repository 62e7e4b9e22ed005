import type { AttachmentView, MailboxView } from '../view'
import { tokensOf } from './tokens'

/**
 * What a message can be found by, as words of its tsvector (no positions, no weights: lists are by time). Forms:
 *
 *   tenant:<uuid>    always: whose it is, so that no search visits a neighbour's
 *   inbox:<uuid>     always: the inbox it lies in, so that a search of an inbox never visits others
 *   file:yes         it has attachments, beside what is shown within its text
 *   <word>           of the subject, names and addresses, names of attachments, and the first 64 kB of its text
 *   subject:<word>   of the subject
 *   from:<word>      of the names and addresses in From and Reply-To, and of the envelope's sender
 *   to:<word>        of the names and addresses in To and Cc, and of the address it came to
 *
 * `<word>` is what `tokensOf` yields: folded, at most 64 letters. Whoever asks makes words with `askedTokens` (all of them
 * have to be there), before a colon as they are: `from:ada@x.dev`, `from:x.dev`, `from:ada`, `subject:invoice`.
 */
export interface Findable {
  tenantId: string
  inboxId: string
  subject: string
  from: readonly MailboxView[]
  replyTo: readonly MailboxView[]
  to: readonly MailboxView[]
  cc: readonly MailboxView[]
  envelopeFrom: string
  recipient: string
  attachments: readonly Pick<AttachmentView, 'name' | 'inline'>[]
  text: string
}

const TEXT = 64 * 1024
const MOST = 4_000
const MOST_OF_A_FIELD = 200
// A tsvector holds a megabyte (PostgreSQL 18, 12.11); what fields can give at most leaves this much to the text.
const TEXT_BYTES = 400_000

export function wordsOf(mail: Findable): string[] {
  const words = new Set([`tenant:${mail.tenantId}`, `inbox:${mail.inboxId}`])
  if (mail.attachments.some(({ inline }) => !inline)) words.add('file:yes')
  const named = {
    from: [...spoken(mail.from), ...spoken(mail.replyTo), mail.envelopeFrom],
    to: [mail.recipient, ...spoken(mail.to), ...spoken(mail.cc)],
    subject: [mail.subject],
  }
  for (const [field, texts] of Object.entries(named))
    for (const word of most(texts, MOST_OF_A_FIELD)) words.add(`${field}:${word}`).add(word)
  for (const word of most(
    mail.attachments.map(({ name }) => name),
    MOST_OF_A_FIELD,
  ))
    words.add(word)
  let left = TEXT_BYTES
  for (const word of tokensOf(mail.text.slice(0, TEXT))) {
    if (words.has(word)) continue
    left -= Buffer.byteLength(word)
    if (left < 0 || words.size >= MOST) break
    words.add(word)
  }
  return [...words]
}

const spoken = (people: readonly MailboxView[]) => people.flatMap(({ name, address }) => [name, address])

function most(texts: readonly string[], limit: number): Set<string> {
  const words = new Set<string>()
  for (const text of texts) for (const word of tokensOf(text)) if (words.add(word).size >= limit) return words
  return words
}
