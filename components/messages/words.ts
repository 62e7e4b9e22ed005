import type { Tone } from '@/components/ui/chip'
import type { Folder } from '@/lib/inboxes/view'
import type { MailboxView, MarkerCode, MessageView, Verdicts } from '@/lib/messages/view'

/** What is said of a message; pure, so that list, page and tests say the same. */
export interface Vouching {
  tone: Extract<Tone, 'good' | 'warning' | 'neutral'>
  says: string
}

/** Who vouches for the sender, in a sentence: "DKIM and DMARC pass for acme.com". */
export function vouching({
  verdicts,
  from,
  vouched,
}: Pick<MessageView, 'verdicts' | 'from' | 'vouched'>): Vouching {
  const { spf, dkim, dmarc } = verdicts
  const own = domainOf(from.address)
  if (dmarc.result === 'fail')
    return {
      tone: 'warning',
      says: `DMARC fails for ${dmarc.domain ?? own}: whoever sent this may not be who they say.`,
    }
  const domain = (dmarc.result === 'pass' && dmarc.domain) || own
  const passing = passes(verdicts, domain)
  if (passing.length > 0 && vouched === 'no')
    return {
      tone: 'warning',
      says: `${listed(passing)} ${passing.length > 1 ? 'pass' : 'passes'} for ${domain}, which does not vouch for all that this message names as its sender.`,
    }
  if (passing.length > 0)
    return {
      tone: 'good',
      says: `${listed(passing)} ${passing.length > 1 ? 'pass' : 'passes'} for ${domain}`,
    }
  if (dkim.result === 'pass' && dkim.domain)
    return { tone: 'neutral', says: `Signed by ${dkim.domain}, which is not the sender’s own domain.` }
  if (spf.result === 'pass' && spf.domain)
    return { tone: 'neutral', says: `Sent through ${spf.domain}, which is not the sender’s own domain.` }
  if ([spf, dkim, dmarc].every(({ result }) => result === 'unknown'))
    return { tone: 'neutral', says: 'Nobody checked who sent this.' }
  return { tone: 'warning', says: nobody }
}

const nobody = 'Nobody vouches for this sender.'

/** What passes for a domain: a check passes for it by its own name or a name below it. */
function passes({ spf, dkim, dmarc }: Verdicts, domain: string): string[] {
  const counts = ({ result, domain: of }: Verdicts['spf']) =>
    result === 'pass' &&
    domain !== '' &&
    of !== null &&
    (same(of, domain) || lower(of).endsWith(`.${lower(domain)}`))
  return [counts(spf) && 'SPF', counts(dkim) && 'DKIM', dmarc.result === 'pass' && 'DMARC'].filter(
    (name) => name !== false,
  )
}

const lower = (name: string) => name.toLowerCase()
const same = (one: string, other: string) => lower(one) === lower(other)
export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1)

export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last
}

/** As a person reads it: the name, or the address where none was given. */
export const called = ({ name, address }: MailboxView) => name || address || 'Nobody'
/** Name and address. */
export const written = ({ name, address }: MailboxView) =>
  name && address ? `${name} <${address}>` : called({ name, address })
export const subjectOf = ({ subject }: { subject: string }) => subject || 'No subject'

/** A short hint for the list, and what it means; without a hint where nearly every newsletter has it. */
export const markers: Record<MarkerCode, { hint: string | null; says: string }> = {
  hidden_text: {
    hint: 'Hidden text',
    says: 'Hidden text: this message holds text that people cannot see. A program that reads it may be told what you are not.',
  },
  zero_width: {
    hint: 'Invisible letters',
    says: 'Invisible letters: characters without width stand between the visible ones, as words are hidden from filters.',
  },
  tag_characters: {
    hint: 'Invisible letters',
    says: 'Invisible writing: this message holds characters that no screen shows and a language model reads.',
  },
  text_html_differ: {
    hint: 'Two texts',
    says: 'Two texts: what programs read differs from what people see. Compare it with the view “Text”.',
  },
  lookalike_sender: {
    hint: 'Look-alike sender',
    says: 'Look-alike sender: the name or domain imitates another one with similar letters.',
  },
  bidi_controls: {
    hint: 'Turned text',
    says: 'Turned text: control characters change the direction of writing, so names and files may read otherwise than they are.',
  },
  quiet_text: {
    hint: null,
    says: 'Quiet text: words stand at its beginning or in the place of pictures that most people do not see, as newsletters have them. Programs read them.',
  },
}

// One of these stands with whatever was taken for spam when it came (lib/messages/decide).
const spamReasons = ['rule_spam', 'network_spam', 'spam_score']

/** What stands above the reasons of a message. Nothing but a person moves mail to spam that was not taken for it. */
export function reasonsTitle({ folder, reasons }: Pick<MessageView, 'folder' | 'reasons'>): string {
  if (folder === 'quarantine') return 'Why this is held in quarantine'
  if (folder === 'inbox') return 'What was noticed'
  if (folder === 'trash') return 'What was noticed when it came'
  if (reasons.some(({ code }) => spamReasons.includes(code))) return 'Why this is in spam'
  return reasons.length > 0 ? 'Moved here by hand. What was noticed when it came:' : 'Moved here by hand'
}

/** What is said beside the sender already is not said again among the reasons. */
export const reasonsBeside = (message: Pick<MessageView, 'verdicts' | 'from' | 'vouched' | 'reasons'>) =>
  vouching(message).says === nobody
    ? message.reasons.filter(({ code }) => code !== 'nobody_vouches')
    : message.reasons

const units = ['B', 'kB', 'MB', 'GB'] as const

/** Bytes as people say them: "812 B", "3.4 MB". */
export function sizeWords(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const amount = bytes / 1000 ** step
  return `${amount.toLocaleString('en', { maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0 })} ${units[step]}`
}

const unseen =
  'Deleted mail leaves no trace, nor does mail for a domain that does not receive here, or mail that was refused before it named a recipient. Ask the sender what their server was told.'
const unnoted = 'Refusals are written down for 30 days; of many on one day, only the first.'

/** What it means, and what it does not mean, that nothing was found, by what it was looked for. */
export const noTrace = {
  recipient: `No mail lies here that came to this address within that time, and no refusal of any is written down. ${unnoted} ${unseen}`,
  both: `No mail lies here that came to this address from this sender within that time, and no refusal of any is written down. ${unnoted} ${unseen}`,
  sender: `No mail lies here that came from this sender within that time, and no refusal of any is written down. ${unnoted} ${unseen}`,
  messageId: `No mail with this Message-ID lies in an inbox here that came within that time, and no refusal of any is written down. ${unnoted} Mail for an address that nobody has is looked for by its Message-ID for admins only, and of what was refused before it was read only the envelope is known: look for either by its recipient or its sender. ${unseen}`,
}

/** "3 earlier messages in this thread": those that are listed, of more or of all. */
export const threadWords = (n: number, side: 'earlier' | 'later', more: boolean) =>
  `${more ? 'More than ' : ''}${n.toLocaleString('en')} ${side} ${n === 1 ? 'message' : 'messages'} in this thread`

export const messagesWords = (n: number) => (n === 1 ? '1 message' : `${n.toLocaleString('en')} messages`)

/** What became of some messages, once it is done. */
export const movedWords: Record<Folder, string> = {
  inbox: 'moved to the inbox',
  spam: 'moved to spam',
  quarantine: 'held in quarantine',
  trash: 'moved to trash',
}
