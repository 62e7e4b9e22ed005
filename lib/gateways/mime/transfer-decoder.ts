/** Undoes a transfer encoding bit by bit, holding no more than a chunk. What is not of the encoding is passed over. */
export interface Decoder {
  write(chunk: Buffer): Buffer
  end(): Buffer
}

const NOTHING = Buffer.alloc(0)

export function transferDecoder(encoding: string): Decoder {
  if (encoding === 'base64') return new Base64()
  if (encoding === 'quoted-printable') return new QuotedPrintable()
  return { write: (chunk) => chunk, end: () => NOTHING }
}

class Base64 implements Decoder {
  private rest = ''

  write(chunk: Buffer): Buffer {
    const text = this.rest + chunk.toString('latin1').replace(/[^A-Za-z0-9+/=]+/g, '')
    // Padding in the middle: encoded pieces that somebody has put together.
    const pieces = text.split(/=+/)
    const last = pieces.pop()!
    const whole = last.length - (last.length % 4)
    this.rest = last.slice(whole)
    return Buffer.concat([...pieces, last.slice(0, whole)].map((piece) => Buffer.from(piece, 'base64')))
  }

  end = () => Buffer.from(this.rest, 'base64')
}

const [TAB, LF, CR, SPACE, EQUALS] = [9, 10, 13, 32, 61]
// RFC 2045 6.7: a line of 76 has less at its end; whoever sends more loses nothing but the removal of it.
const MOST_BLANKS = 1_000

class QuotedPrintable implements Decoder {
  private blanks: number[] = []
  private after: 'text' | 'equals' | 'digit' | 'soft' | 'cr' = 'text'
  private digit = 0

  write(chunk: Buffer): Buffer {
    const out = Buffer.allocUnsafe(chunk.length + MOST_BLANKS + 4)
    let n = 0
    const put = (byte: number) => (out[n++] = byte)
    const text = (byte: number) => {
      if (byte === EQUALS) this.after = 'equals'
      else if ((byte === SPACE || byte === TAB) && this.blanks.length < MOST_BLANKS) this.blanks.push(byte)
      // RFC 2045 6.7 (3): blanks at the end of a line were added on the way.
      else if (byte === CR || byte === LF) {
        this.blanks = []
        put(byte)
        return
      } else {
        flush()
        put(byte)
      }
      if (byte === EQUALS) flush()
    }
    const flush = () => {
      for (const blank of this.blanks) put(blank)
      this.blanks = []
    }
    for (const byte of chunk) {
      const before = this.after
      this.after = 'text'
      if (before === 'text') text(byte)
      else if (before === 'equals') {
        if (isHex(byte)) [this.after, this.digit] = ['digit', byte]
        else if (byte === CR) this.after = 'cr'
        else if (byte === SPACE || byte === TAB) this.after = 'soft'
        else if (byte !== LF) {
          put(EQUALS)
          text(byte)
        }
      } else if (before === 'digit') {
        if (isHex(byte)) put(parseInt(String.fromCharCode(this.digit, byte), 16))
        else {
          put(EQUALS)
          put(this.digit)
          text(byte)
        }
      } else if (before === 'soft') {
        if (byte === SPACE || byte === TAB) this.after = 'soft'
        else if (byte === CR) this.after = 'cr'
        else if (byte !== LF) text(byte)
      } else if (byte !== LF) text(byte)
    }
    return out.subarray(0, n)
  }

  end = () => (this.after === 'digit' ? Buffer.from([EQUALS, this.digit]) : NOTHING)
}

const isHex = (byte: number) =>
  (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102)
