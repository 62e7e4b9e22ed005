import { decodeBytes } from './decode-words'
import { headerValue, parseMessage, type Message } from './headers'

// Deeper nesting than this is no letter.
const DEPTH = 8

/** The words of a message for the panel: its first text/plain part, else its HTML without the tags. */
export function textBody(raw: Buffer): string {
  const leaves = parts(parseMessage(raw), DEPTH)
  const plain = leaves.find((leaf) => leaf.type === 'text/plain')
  if (plain) return plain.text
  const html = leaves.find((leaf) => leaf.type === 'text/html')
  return html
    ? html.text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

interface Leaf {
  type: string
  text: string
}

function parts(message: Message, depth: number): Leaf[] {
  const contentType = headerValue(message.headers, 'Content-Type') ?? 'text/plain'
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? 'text/plain'
  const boundary = parameter(contentType, 'boundary')
  if (type.startsWith('multipart/') && boundary && depth > 0)
    return message.body
      .toString('latin1')
      .split(`--${boundary}`)
      .slice(1)
      .filter((section) => !section.startsWith('--'))
      .flatMap((section) =>
        parts(parseMessage(Buffer.from(section.replace(/^\r\n/, ''), 'latin1')), depth - 1),
      )
  if (!type.startsWith('text/')) return []
  const bytes = transferDecode(message.body, headerValue(message.headers, 'Content-Transfer-Encoding') ?? '')
  return [{ type, text: decodeBytes(bytes, parameter(contentType, 'charset') ?? 'utf-8').trim() }]
}

function parameter(contentType: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(contentType)
  return found?.[1] ?? found?.[2]
}

function transferDecode(body: Buffer, encoding: string): Buffer {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body.toString('latin1'), 'base64')
  if (encoding.toLowerCase() !== 'quoted-printable') return body
  const text = body
    .toString('latin1')
    .replace(/[ \t]*=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}
