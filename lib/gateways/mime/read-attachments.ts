import type { Readable } from 'node:stream'
import { Roles } from './roles'
import { transferDecoder, type Decoder } from './transfer-decoder'
import { walk, type Part } from './walk'

/**
 * Some attachments of a message, whole and decoded, by their places in the list: in one pass over it, no further than the
 * last of them. They are held in memory: whoever asks knows how long they are. What is not there is left out.
 */
export async function readAttachments(
  open: () => Promise<Readable>,
  indexes: ReadonlySet<number>,
): Promise<Map<number, Buffer>> {
  const found = new Map<number, Buffer>()
  if (indexes.size === 0) return found
  const roles = new Roles()
  let last: Wanted | undefined
  for await (const piece of walk(await open())) {
    if (piece.kind === 'bytes' && piece.part === last?.part) last.chunks.push(last.decoder.write(piece.bytes))
    if (piece.kind !== 'part') continue
    keep(last)
    if (found.size === indexes.size) return found
    const role = roles.of(piece.part)
    const isWanted = typeof role !== 'string' && indexes.has(role.index)
    last = isWanted ? wanted(role.index, piece.part) : undefined
  }
  keep(last)
  return found

  function keep(one: Wanted | undefined) {
    if (one) found.set(one.index, Buffer.concat([...one.chunks, one.decoder.end()]))
  }
}

interface Wanted {
  index: number
  part: Part
  decoder: Decoder
  chunks: Buffer[]
}

const wanted = (index: number, part: Part): Wanted => ({
  ...{ index, part, decoder: transferDecoder(part.encoding), chunks: [] },
})
