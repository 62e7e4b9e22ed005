import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import type { Kept } from './types'

/** Passes bytes on and knows how many there were, and their hash. */
export class Counted extends Transform {
  private readonly hash = createHash('sha256')
  private size = 0

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
    this.hash.update(chunk)
    this.size += chunk.length
    done(null, chunk)
  }

  /** Once it has ended. */
  kept = (): Kept => ({ size: this.size, sha256: this.hash.digest('hex') })
}

export const keptOf = (bytes: Buffer): Kept => ({
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
