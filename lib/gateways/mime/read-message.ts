import type { Readable } from 'node:stream'
import { bounds } from './bounds'
import { decodeText } from './decode-text'
import { readHead } from './read-head'
import { Roles, type Role } from './roles'
import { transferDecoder, type Decoder } from './transfer-decoder'
import type { ParsedMessage } from './types'
import { walk, type Part } from './walk'

/**
 * Reads a message in one pass, whatever is in it: texts up to their bounds, of attachments only what they are and how
 * long. What cannot be read is told in `defects`. @throws what opening or reading the source throws, and nothing else
 */
export async function readMessage(open: () => Promise<Readable>): Promise<ParsedMessage> {
  const message: ParsedMessage = {
    ...{ headers: [], from: [], to: [], cc: [], replyTo: [], subject: '', date: null, messageId: null },
    ...{
      inReplyTo: null,
      references: [],
      text: '',
      html: '',
      attachments: [],
      ...{ truncated: false, headTruncated: false },
      defects: [],
    },
  }
  const roles = new Roles()
  const readers = new Map<Part, Reader>()
  let last: Reader | undefined
  const left = { text: bounds.textBytes, html: bounds.htmlBytes }

  for await (const piece of walk(await open())) {
    if (piece.kind === 'broken') {
      message.truncated = true
      message.headTruncated ||= piece.isHead
      message.defects.push(piece.says)
    } else if (piece.kind === 'part') {
      if (piece.part.isRoot) Object.assign(message, readHead(piece.part.fields, piece.part.words))
      if (piece.part.isBoundless) message.defects.push('It names no boundary between its parts.')
      piece.part.fields = []
      last?.end(message)
      last = readerOf(roles.of(piece.part), piece.part, left)
      readers.set(piece.part, last)
    } else readers.get(piece.part)?.add(piece.bytes)
  }
  last?.end(message)
  return message
}

interface Reader {
  add(bytes: Buffer): void
  end(message: ParsedMessage): void
}

function readerOf(role: Role, part: Part, left: { text: number; html: number }): Reader {
  if (role === 'container') return { add: () => undefined, end: () => undefined }
  const decoder = transferDecoder(part.encoding)
  return typeof role === 'string' ? new TextReader(role, part, decoder, left) : new Counter(role, decoder)
}

class Counter implements Reader {
  private size = 0
  private ended = false

  constructor(
    private readonly role: Exclude<Role, string>,
    private readonly decoder: Decoder,
  ) {}

  add(bytes: Buffer) {
    this.size += this.decoder.write(bytes).length
  }

  end(message: ParsedMessage) {
    if (this.ended) return
    this.ended = true
    if (message.attachments.length >= bounds.attachments) message.truncated = true
    else message.attachments.push({ ...this.role, size: this.size + this.decoder.end().length })
  }
}

class TextReader implements Reader {
  private readonly chunks: Buffer[] = []
  private isCut = false
  private ended = false

  constructor(
    private readonly kind: 'text' | 'html',
    private readonly part: Part,
    private readonly decoder: Decoder,
    private readonly left: { text: number; html: number },
  ) {}

  add(bytes: Buffer) {
    if (this.left[this.kind] > 0) this.keep(this.decoder.write(bytes))
    else this.isCut = true
  }

  end(message: ParsedMessage) {
    if (this.ended) return
    this.ended = true
    this.keep(this.decoder.end())
    const told = decodeText(Buffer.concat(this.chunks), this.part.charset, this.part.words)
    const text = told.replace(/\r\n?/g, '\n')
    message[this.kind] += message[this.kind] && text ? `\n${text}` : text
    message.truncated ||= this.isCut
  }

  /** A copy: a slice would hold the whole chunk that it was cut from. */
  private keep(bytes: Buffer) {
    const room = this.left[this.kind]
    if (bytes.length > room) this.isCut = true
    const kept = Buffer.from(bytes.subarray(0, room))
    this.left[this.kind] -= kept.length
    if (kept.length > 0) this.chunks.push(kept)
  }
}
