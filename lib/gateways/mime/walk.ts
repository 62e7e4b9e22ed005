import { Headers, Splitter, type MimeNode } from '@zone-eu/mailsplit'
import type { Readable } from 'node:stream'
import { bounds } from './bounds'
import { FewerReturns } from './fewer-returns'
import type { RawField, Words } from './read-head'

/** One part of a message, before anything is made of it. */
export interface Part {
  isRoot: boolean
  fields: RawField[]
  words: Words
  /** lower case; empty for none */
  type: string
  charset: string | null
  encoding: string
  disposition: string
  fileName: string
  contentId: string | null
  isContainer: boolean
  /** it calls itself a container and names no boundary */
  isBoundless: boolean
  parentType: string
}

export type Piece =
  | { kind: 'part'; part: Part }
  | { kind: 'bytes'; part: Part; bytes: Buffer }
  /** nothing after it is read */
  | { kind: 'broken'; says: string; isHead: boolean }

/** The parts of a message and their bytes, in one pass over it. Ends early, and says so, where a bound is met. */
export async function* walk(source: Readable): AsyncGenerator<Piece> {
  const splitter = new Splitter({
    // An attached message is a file among others.
    ignoreEmbedded: true,
    maxHeadSize: bounds.headBytes,
    maxChildNodes: bounds.parts,
  })
  const head = new Beginning()
  source.on('error', (error) => splitter.destroy(error))
  const bytes = source.pipe(new FewerReturns())
  bytes.on('data', (chunk: Buffer) => head.add(chunk))
  bytes.pipe(splitter)
  const parts = new WeakMap<object, Part>()
  let hasRoot = false
  try {
    for await (const chunk of splitter as AsyncIterable<
      MimeNode | { type: string; node: MimeNode; value: Buffer }
    >) {
      if (isNode(chunk)) {
        hasRoot = true
        const part = partOf(chunk)
        parts.set(chunk, part)
        yield { kind: 'part', part }
      } else {
        const part = parts.get(chunk.node)
        // What stands around the parts of a container is for nobody; without a boundary it is all there is.
        if (part && (chunk.type === 'body' || part.isBoundless))
          yield { kind: 'bytes', part, bytes: chunk.value }
      }
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'EMAXLEN') throw error
    // Its head is longer than we look: what stands at the beginning of it is read all the same.
    if (!hasRoot) yield { kind: 'part', part: head.part() }
    yield {
      kind: 'broken',
      isHead: !hasRoot,
      says: hasRoot ? 'It has more parts than are read.' : 'Its header is too long to be read.',
    }
  } finally {
    source.destroy()
    bytes.destroy()
    splitter.destroy()
  }
}

const isNode = (chunk: { type: string }): chunk is MimeNode => chunk.type === 'node'

function partOf(node: MimeNode): Part {
  const headers = node.headers || new Headers(Buffer.alloc(0))
  const parent = node.parentNode
  const part = {
    isRoot: node.root,
    fields: headers.getList(),
    words: (headers as unknown as { libmime: Words }).libmime,
    type: node.contentType || '',
    charset: node.charset || null,
    encoding: (node.encoding || '').trim(),
    disposition: (node.disposition || '').trim(),
    fileName: node.filename || '',
    contentId: headers.getFirst('content-id').replace(/^<|>$/g, '') || null,
    isContainer: Boolean(node.multipart && node._boundary),
    isBoundless: Boolean(node.multipart && !node._boundary),
    parentType: (parent && parent.contentType) || '',
  }
  // The splitter holds on to the tree above; the heads in it are of no use any more.
  node.headers = new Headers([])
  ;(node as unknown as { _headersLines: Buffer[] })._headersLines = []
  return part
}

/** The first bytes of a message, for when its head has no end. */
class Beginning {
  private chunks: Buffer[] = []
  private size = 0

  add(chunk: Buffer) {
    if (this.size >= bounds.headerChars) return
    this.chunks.push(chunk)
    this.size += chunk.length
  }

  part(): Part {
    const headers = new Headers(Buffer.concat(this.chunks).subarray(0, bounds.headerChars))
    const fields = headers.getList()
    const words = (headers as unknown as { libmime: Words }).libmime
    const nothing = { type: '', charset: null, encoding: '', disposition: '', fileName: '', contentId: null }
    return { isRoot: true, fields, words, ...nothing, isContainer: false, isBoundless: false, parentType: '' }
  }
}
