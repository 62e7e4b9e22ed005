import { escapeHtml, isInline, partsOf, unescapeHtml, type Part } from '../html/parts'
import { isSecretLink } from './links'
import { hiddenIn, legible, maskText, type Secrets, type Span } from './secrets'

interface Piece {
  part: Part
  /** what is read of it: of a tag only what keeps texts apart */
  text: string
  /** where that begins in the whole reading */
  at: number
}

/** What a person reads of HTML that was made safe: its texts, with what stands apart kept apart. */
export const readingOf = (html: string): string => whole(piecesOf(html))

/** What its tags say beside that: titles, and words in the place of pictures. */
export const asideOf = (html: string): string =>
  partsOf(html)
    .flatMap(({ tag, source }) => (tag ? [...source.matchAll(ATTRIBUTE)] : []))
    .map(([, name = '', value = '']) => (SPOKEN.test(name) ? legible(unescapeHtml(value)) : ''))
    .filter((words) => words !== '')
    .join('\n')

const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g
const LEADING = /^(?:href|src)$/
const SPOKEN = /^(?:title|alt|aria-label)$/

/** Whether there is anything to hide in HTML that was made safe. */
export function hidesIn(html: string, secrets: Secrets): boolean {
  const pieces = piecesOf(html)
  return (
    pieces.some(({ part: { tag, source } }) => tag !== null && tagged(source, secrets) !== source) ||
    hiddenIn(whole(pieces), secrets).length > 0
  )
}

/** HTML that was made safe, with its secrets hidden: also those that are spread over many elements, and those in links. */
export function maskHtml(html: string, secrets: Secrets): string {
  const pieces = piecesOf(html)
  const hidden = hiddenIn(whole(pieces), secrets)
  let out = ''
  let next = 0
  for (const { part, text, at } of pieces) {
    while (next < hidden.length && hidden[next]!.end <= at) next += 1
    out += part.tag ? tagged(part.source, secrets) : escapeHtml(without(text, at, hidden, next))
  }
  return out
}

const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

function piecesOf(html: string): Piece[] {
  let at = 0
  return partsOf(html).map((part) => {
    const text = part.tag
      ? isInline(part.tag)
        ? ''
        : '\n'
      : legible(unescapeHtml(part.source)).replace(/\s+/g, ' ')
    at += text.length
    return { part, text, at: at - text.length }
  })
}

/** A piece of the whole reading that begins at `from`; words stand where a hidden place begins. `next` is the first that reaches into it. */
function without(text: string, from: number, hidden: readonly Span[], next: number): string {
  let out = ''
  let at = from
  const to = from + text.length
  for (let n = next; n < hidden.length && hidden[n]!.start < to; n++) {
    const { start, end, words } = hidden[n]!
    out += text.slice(at - from, Math.max(start, at) - from)
    if (start >= from) out += words
    at = Math.min(end, to)
  }
  return out + text.slice(at - from)
}

/**
 * A tag without links that let somebody in, and without pictures that came along: they can show what words may not say. What
 * its other words say is masked as any text.
 */
const tagged = (source: string, secrets: Secrets): string =>
  source.replaceAll(ATTRIBUTE, (attribute, name: string, value: string) => {
    const said = unescapeHtml(value)
    if (SPOKEN.test(name)) {
      const masked = maskText(said, secrets)
      return masked === said ? attribute : ` ${name}="${escapeHtml(masked)}"`
    }
    if (LEADING.test(name) && (said.startsWith('data:') || isSecretLink(said))) return ''
    return hiddenIn(legible(said), secrets, 'known').length > 0 ? '' : attribute
  })
