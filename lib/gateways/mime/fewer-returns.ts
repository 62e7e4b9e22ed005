import { Transform, type TransformCallback } from 'node:stream'

const [RETURN, FEED] = [13, 10]
const TWICE = Buffer.from('\r\r')
// No mail has returns alone (RFC 5321 2.3.8). What takes heads apart needs time by the square of how many follow each other.
const MOST = 100

/** The bytes of a message, less the returns alone that follow more than a hundred others without another byte between. */
export class FewerReturns extends Transform {
  private last = 0
  private alone = 0

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const thin = this.last === RETURN || chunk.includes(TWICE) ? this.thin(chunk) : chunk
    this.last = chunk.at(-1) ?? this.last
    done(null, thin)
  }

  private thin(chunk: Buffer): Buffer {
    const kept = Buffer.allocUnsafe(chunk.length)
    let [size, last] = [0, this.last]
    for (const byte of chunk) {
      if (byte === RETURN && last === RETURN) this.alone++
      else if (byte !== RETURN && byte !== FEED) this.alone = 0
      if (byte !== RETURN || last !== RETURN || this.alone <= MOST) kept[size++] = byte
      last = byte
    }
    return kept.subarray(0, size)
  }
}
