import type { IncomingMessage } from 'node:http'
import { badDigest, invalidRequest, notImplemented } from './errors'
import type { StoredObject } from './objects'

/** The bytes of an upload, out of the chunks that the SDK wraps them in, and the checks they came with. */
export interface Upload {
  bytes: AsyncIterable<Uint8Array>
  /** to be called once all bytes were read */
  check(received: StoredObject): void
}

const UNSIGNED = 'UNSIGNED-PAYLOAD'
const CHUNKED = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

export function readUpload(request: IncomingMessage): Upload {
  const header = (name: string) => request.headers[name]?.toString()
  const hash = header('x-amz-content-sha256') ?? UNSIGNED
  const checks = new Map<string, string>()
  for (const [name, value] of Object.entries(request.headers))
    if (/^x-amz-checksum-(?!algorithm|type)/.test(name)) checks.set(name, String(value))

  const chunked = hash === CHUNKED
  if (!chunked && hash !== UNSIGNED && !/^[0-9a-f]{64}$/.test(hash)) throw notImplemented(hash)
  return {
    bytes: chunked ? unwrapped(request, (name, value) => checks.set(name, value)) : bytesOf(request),
    check(received) {
      if (/^[0-9a-f]{64}$/.test(hash) && hash !== received.sha256) throw badDigest('x-amz-content-sha256')
      const md5 = header('content-md5')
      if (md5 && Buffer.from(md5, 'base64').toString('hex') !== received.md5) throw badDigest('Content-MD5')
      const length = header('x-amz-decoded-content-length')
      if (length && Number(length) !== received.size)
        throw invalidRequest('The decoded length does not match.')
      for (const [name, value] of checks) if (digestOf(name, received) !== value) throw badDigest(name)
    },
  }
}

function digestOf(name: string, { crc32, sha1, sha256 }: StoredObject): string {
  if (name === 'x-amz-checksum-crc32') return crc32
  if (name === 'x-amz-checksum-sha1') return sha1
  if (name === 'x-amz-checksum-sha256') return Buffer.from(sha256, 'hex').toString('base64')
  throw notImplemented(name)
}

async function* bytesOf(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  for await (const chunk of request) yield chunk as Buffer
}

// A line of the framing: a length in hex, or a trailer.
const LONGEST_LINE = 1_024
// The SDK makes chunks of 64 kB to 1 MB.
const LONGEST_CHUNK = 16 * 1024 * 1024

/** aws-chunked: `<hex length>[;extensions]`, the bytes, and after the last chunk the trailers. */
async function* unwrapped(
  request: IncomingMessage,
  onTrailer: (name: string, value: string) => void,
): AsyncGenerator<Uint8Array> {
  const source = request[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await source.next()
    if (next.done) throw invalidRequest('The upload ended in the middle of a chunk.')
    held = Buffer.concat([held, next.value])
  }
  const line = async () => {
    for (;;) {
      const end = held.indexOf('\r\n')
      if (end >= 0) {
        const text = held.subarray(0, end).toString('latin1')
        held = held.subarray(end + 2)
        return text
      }
      if (held.length > LONGEST_LINE) throw invalidRequest('A line of the chunked upload is too long.')
      await more()
    }
  }
  for (;;) {
    const size = Number.parseInt(await line(), 16)
    if (!(size >= 0 && size <= LONGEST_CHUNK)) throw invalidRequest('A chunk has no usable length.')
    if (size === 0) break
    while (held.length < size + 2) await more()
    yield held.subarray(0, size)
    held = held.subarray(size + 2)
  }
  for (let trailer = await line(); trailer !== ''; trailer = await line()) {
    const [name = '', value = ''] = trailer.split(/:(.*)/s)
    onTrailer(name.trim().toLowerCase(), value.trim())
  }
}
