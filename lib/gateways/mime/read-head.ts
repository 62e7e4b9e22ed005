import { bounds } from './bounds'
import { clean, cut, line } from './clean'
import { decodeText, type OtherCharsets } from './decode-text'
import { readAddresses } from './read-addresses'
import { readDate } from './read-date'
import type { ParsedMessage } from './types'

/** What mail libraries know of encoded words (RFC 2047). */
export interface Words extends OtherCharsets {
  decodeWords(text: string): string
}
/** One field as it came, in one string of bytes. */
export interface RawField {
  key: string
  line: string
}
type Head = Omit<ParsedMessage, 'text' | 'html' | 'attachments'>

/** Fields of which there is one (RFC 5322 3.6). */
const single = ['from', 'subject', 'date', 'message-id', 'to', 'cc', 'reply-to', 'in-reply-to', 'references']

export function readHead(fields: RawField[], words: Words): Head {
  const { headers, truncated } = bounded(fields, words)
  const all = (name: string) => headers.flatMap((h) => (h.name === name ? [h.value] : []))
  const first = (name: string) => all(name)[0] ?? ''
  const decode = (text: string) => attempt(() => words.decodeWords(text)) ?? text
  const people = (name: string) => attempt(() => readAddresses(all(name), decode)) ?? []
  const date = readDate(first('date'))
  return {
    headers,
    ...{ truncated, headTruncated: truncated },
    date,
    from: people('from'),
    to: people('to'),
    cc: people('cc'),
    replyTo: people('reply-to'),
    subject: line(decode(first('subject').slice(0, bounds.fieldChars)), bounds.subjectChars),
    messageId: ids(first('message-id'))[0] ?? null,
    inReplyTo: ids(first('in-reply-to'))[0] ?? null,
    references: ids(first('references')).slice(-bounds.references),
    defects: [
      ...defectsOf(headers.length, all),
      ...(first('date') && !date ? ['Its date cannot be read.'] : []),
    ],
  }
}

function bounded(fields: RawField[], words: Words): { headers: Head['headers']; truncated: boolean } {
  const headers: Head['headers'] = []
  let room: number = bounds.headerChars
  let isCut = false
  for (const { key, line: bytes } of fields) {
    const name = cut(clean(key), 100)
    if (!/^[\x21-\x39\x3b-\x7e]+$/.test(name)) continue
    if (headers.length >= bounds.headers || room <= 0) return { headers, truncated: true }
    const whole = bytes.slice(bytes.indexOf(':') + 1)
    const told = whole.slice(0, Math.min(room, bounds.fieldChars))
    isCut ||= told.length < whole.length
    const text = decodeText(Buffer.from(told, 'latin1'), null, words)
    const value = text.replace(/[\r\n]+/g, '').trim()
    room -= name.length + value.length
    headers.push({ name, value })
  }
  return { headers, truncated: isCut }
}

/** Message ids without their brackets; what stands without any is taken for one when it is one word. */
function ids(value: string): string[] {
  const found = [...value.matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id!)
  const told = found.length > 0 ? found : value.split(/\s+/).filter((word) => word && !/[<>]/.test(word))
  return told.filter((id) => Buffer.byteLength(id) <= bounds.idBytes)
}

function defectsOf(count: number, all: (name: string) => string[]): string[] {
  if (count === 0) return ['It has no header.']
  const twice = single.filter((name) => all(name).length > 1)
  return twice.map((name) => `It has the field ${name} more than once.`)
}

/** Whatever a library makes of a stranger's text must not cost the message. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
