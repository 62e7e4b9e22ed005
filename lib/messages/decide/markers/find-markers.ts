import { domainToUnicode } from 'node:url'
import { markerCodes, type MarkerCode } from '../../view'
import { domainOf } from '../fold'
import type { MailFacts } from '../types'
import { hasIdleControl, hasOverride, hasTags, hasZeroWidth } from './characters'
import { looksLike, mixesScripts } from './look-alike'
import type { ReadHtml } from './read-html'
import { wordsOf, withoutLinks } from './words'

type Message = Pick<MailFacts, 'subject' | 'from' | 'attachments' | 'text'>

/** Traces of text that is meant for machines and kept from people. They are shown with the message, and move nothing. */
export function findMarkers(
  facts: MailFacts,
  html: ReadHtml,
  traces: ReadonlySet<MarkerCode> = findTraces(facts, html),
): MarkerCode[] {
  return markerCodes.filter((code) => traces.has(code) || (code === 'lookalike_sender' && isLookAlike(facts)))
}

/** Those that are the same whoever gets the message. */
export function findTraces(message: Message, html: ReadHtml): Set<MarkerCode> {
  const names = [message.subject, ...message.from.flatMap(({ name, address }) => [name, address])]
  const files = message.attachments.map(({ name }) => name)
  const bodies = [message.text, html.visible, ...html.hidden.map(({ text }) => text)]
  const all = [...names, ...files, ...bodies]
  const found: Partial<Record<MarkerCode, boolean>> = {
    hidden_text: hasHiddenText(html),
    zero_width: all.some(hasZeroWidth),
    tag_characters: all.some(hasTags),
    text_html_differ: differs(message.text, html),
    bidi_controls: all.some(hasOverride) || [...names, ...files].some(hasIdleControl),
  }
  return new Set(markerCodes.filter((code) => found[code]))
}

// The line that mail programs show beside the subject is hidden in the page itself, by nearly everybody.
const PREVIEW = 200
const FEW_WORDS = 4
const MUCH_UNREAD = 200
const MOST_COMPARED = 50

function hasHiddenText({ hidden, visible, unread }: ReadHtml): boolean {
  if (unread.trim().length > MUCH_UNREAD) return true
  const seen = wordsOf(visible).join(' ')
  const secret = hidden.filter(({ text, leads }, i) => {
    if (leads && text.trim().length <= PREVIEW) return false
    // Laid out twice, for two widths of screen.
    return i >= MOST_COMPARED || !seen.includes(wordsOf(text).join(' '))
  })
  return wordsOf(secret.map(({ text }) => text).join(' ')).length >= FEW_WORDS
}

const ENOUGH_WORDS = 15
const ALIKE = 0.2
const MANY_ALONE = 40

/** Whether the plain form says something else than the HTML: few words in common, or many that stand in the plain alone. */
function differs(text: string, html: ReadHtml): boolean {
  const plain = new Set(wordsOf(withoutLinks(text)))
  const shown = new Set(wordsOf(withoutLinks(html.visible)))
  // A plain form of one line says where the other is to be read.
  if (plain.size < ENOUGH_WORDS || shown.size < ENOUGH_WORDS) return false
  const both = [...plain].filter((word) => shown.has(word)).length
  const alone = plain.size - both
  return both / (plain.size + shown.size - both) < ALIKE || (alone >= MANY_ALONE && alone > plain.size / 2)
}

function isLookAlike({ from, recipient }: MailFacts): boolean {
  const ours = domainOf(recipient)
  return from.some(({ name, address }) => {
    const domain = domainOf(address)
    return mixesScripts(name) || mixesScripts(domainToUnicode(domain)) || looksLike(domain, ours)
  })
}
