import { Readable } from 'node:stream'
import type { SentFile } from '@/lib/kernel/file'
import { attachmentNamed } from './disposition'

/** A file as the answer: a stranger's bytes, to be saved and never shown, whatever they claim to be. */
export async function sent({ name, type, size, open }: SentFile, headers: Headers): Promise<Response> {
  const stream = await open()
  headers.set('content-type', type)
  headers.set('content-disposition', attachmentNamed(name))
  headers.set('x-content-type-options', 'nosniff')
  headers.set('content-security-policy', "default-src 'none'; sandbox")
  headers.set('cross-origin-resource-policy', 'same-origin')
  if (size !== null) headers.set('content-length', String(size))
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, { headers })
}
