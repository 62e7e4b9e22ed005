import { Readable } from 'node:stream'
import { Roles } from './roles'
import { transferDecoder } from './transfer-decoder'
import { walk, type Part, type Piece } from './walk'

export interface OpenedAttachment {
  name: string
  type: string
  /** decoded, as it is read; closing it closes the message */
  stream: Readable
}

/** One attachment of a message, by its place in the list. Null when there is none. */
export async function openAttachment(
  open: () => Promise<Readable>,
  index: number,
): Promise<OpenedAttachment | null> {
  const roles = new Roles()
  const pieces = walk(await open())
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (next.value.kind !== 'part') continue
    const role = roles.of(next.value.part)
    if (typeof role === 'string' || role.index !== index) continue
    const stream = Readable.from(contentOf(next.value.part, pieces), { objectMode: false })
    stream.once('close', () => void pieces.return(undefined))
    return { name: role.name, type: role.type, stream }
  }
  return null
}

async function* contentOf(part: Part, pieces: AsyncGenerator<Piece>): AsyncGenerator<Buffer> {
  const decoder = transferDecoder(part.encoding)
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (next.value.kind !== 'bytes' || next.value.part !== part) break
    const bytes = decoder.write(next.value.bytes)
    if (bytes.length > 0) yield bytes
  }
  yield decoder.end()
}
