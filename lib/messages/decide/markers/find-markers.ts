import { domainToUnicode } from 'node:url'
import { markerCodes, type MarkerCode } from '../../view'
import { domainOf } from '../fold'
import type { MailFacts } from '../types'
import { hasIdleControl, hasOverride, hasTags, hasZeroWidth } from './characters'
import { looksLike, mixesScripts } from './look-alike'
import type { ReadHtml } from './read-html'
import { saysMore } from './two-forms'
import { wordsOf } from './words'

type Message = Pick<MailFacts, 'subject' | 'from' | 'attachments' | 'text' | 'html'>

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
  const bodies = [message.text, html.visible, ...html.hidden.map(({ text }) => text), ...html.inPlace]
  const { loud, quiet } = hiddenIn(html)
  const all = [...names, ...files, ...bodies]
  const found: Partial<Record<MarkerCode, boolean>> = {
    hidden_text: loud,
    quiet_text: quiet,
    zero_width: all.some(hasZeroWidth),
    tag_characters: all.some(hasTags),
    text_html_differ: message.html.trim() !== '' && saysMore(message.text, html),
    bidi_controls: all.some(hasOverride) || [...names, ...files].some(hasIdleControl),
  }
  return new Set(markerCodes.filter((code) => found[code]))
}

// Characters of the line that mail programs show beside the subject: nearly everybody hides one in the page itself.
const PREVIEW = 150
const FEW_WORDS = 4
// Letters of an order that is written without spaces, or with one after each letter.
const FEW_LETTERS = 24
const MUCH_UNREAD = 200
const MOST_COMPARED = 50
// Words in the place of one picture that say more than what it shows.
const LONG_NAME = 8

/** What the HTML keeps from people: `loud` is nobody's habit, `quiet` that of newsletters, and could be an order all the same. */
function hiddenIn({ hidden, visible, unread, inPlace, images }: ReadHtml): { loud: boolean; quiet: boolean } {
  const seen = wordsOf(visible).join(' ')
  // Laid out twice, for two widths of screen.
  const isSecret = (text: string, i: number) => {
    const words = i < MOST_COMPARED ? wordsOf(text).join(' ') : ''
    return words === '' || !seen.includes(words)
  }
  const secret = hidden.filter(({ text }, i) => isSecret(text, i))
  // It stands before something.
  const hasMore = visible.trim() !== '' || images > 0
  const isPreview = ({ text, leads }: { text: string; leads: boolean }) =>
    hasMore && leads && lengthOf(text) <= PREVIEW
  const rest = secret.filter((one) => !isPreview(one))
  const isLoud = isMuch(withoutId(textOf(rest)))
  const names = inPlace.filter((text, i) => wordsOf(text).length >= LONG_NAME && isSecret(text, i))
  return {
    loud: unread.trim().length > MUCH_UNREAD || isLoud || names.some((text) => lengthOf(text) > PREVIEW),
    quiet:
      isMuch(textOf(secret.filter(isPreview))) ||
      (!isLoud && isMuch(textOf(rest))) ||
      names.some((text) => lengthOf(text) <= PREVIEW),
  }
}

const lengthOf = (text: string) => wordsOf(text).join(' ').length

const textOf = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join(' ')

/** Notices of programs hide the id that their answers are known by. */
const withoutId = (text: string) => text.replace(/<[\w./+-]{1,80}@[\w.-]{1,40}>/, ' ')

const isMuch = (text: string): boolean =>
  wordsOf(text).length >= FEW_WORDS || (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= FEW_LETTERS

function isLookAlike({ from, recipient }: MailFacts): boolean {
  const ours = domainOf(recipient)
  return from.some(({ name, address }) => {
    const domain = domainOf(address)
    return mixesScripts(name) || mixesScripts(domainToUnicode(domain)) || looksLike(domain, ours)
  })
}
