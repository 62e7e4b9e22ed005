// What the library that checks signatures may be given. Most of what it does takes time by the square of one of these, on the
// one thread that serves everybody; mail has a few kilobytes, a hundred fields, and a dozen blanks in a row.
const MOST_HEAD = 256 * 1024
const MOST_FIELDS = 12_000
const MOST_FOLDS = 2_000
const MOST_TAKEN_APART = 24 * 1024
const MOST_IN_A_ROW = 200
// What more signatures would prove, two do as well.
const MOST_SIGNATURES = 20

const FIELD = /^[!-9;-~]+[ \t]*:/
// RFC 5322 4.2: a name may stand alone before the line that its colon is on.
const SIGNATURE = /^dkim-signature\s*(:|$)/i
const TAKEN_APART = /^(dkim-signature|arc-|received|from|return-path|content-type)/i
// As much of a line as its field is told by.
const NAME = 80

/** Looks at the head of a message as it passes: how many servers it came through, and what checking it would cost. */
export class HeadCount {
  private line = ''
  private lineBytes = 0
  private isOver = false
  private isTakenApart = false
  private inARow = 0
  private fields = 0
  private folds = 0
  private takenApart = 0
  private mostInARow = 0
  bytes = 0
  received = 0
  signatures = 0

  /** Whether there is time to check its signatures. */
  get isReadable(): boolean {
    return (
      this.bytes <= MOST_HEAD &&
      this.fields <= MOST_FIELDS &&
      this.folds <= MOST_FOLDS &&
      this.takenApart <= MOST_TAKEN_APART &&
      this.mostInARow <= MOST_IN_A_ROW &&
      this.signatures <= MOST_SIGNATURES
    )
  }

  add(chunk: Buffer): void {
    for (let at = 0; !this.isOver && at < chunk.length;) {
      const end = chunk.indexOf(10, at)
      const upTo = end < 0 ? chunk.length : end + 1
      this.bytes += upTo - at
      this.lineBytes += upTo - at
      for (let i = at; i < upTo; i++) this.look(chunk[i]!)
      if (this.line.length < NAME) this.line += chunk.toString('latin1', at, Math.min(upTo, at + NAME))
      if (end >= 0) this.next()
      at = upTo
    }
  }

  /** Blanks, line ends and dots are what patterns look for at the end of something. */
  private look(byte: number): void {
    this.inARow = byte === 32 || byte === 46 || byte === 9 || byte === 10 || byte === 13 ? this.inARow + 1 : 0
    if (this.inARow > this.mostInARow) this.mostInARow = this.inARow
  }

  private next(): void {
    const { line, lineBytes } = this
    this.line = ''
    this.lineBytes = 0
    if (/^\r?\n$/.test(line)) {
      this.isOver = true
      return
    }
    const isField = FIELD.test(line)
    if (isField) this.fields++
    else this.folds++
    if (/^received\s*:/i.test(line)) this.received++
    if (SIGNATURE.test(line)) this.signatures++
    if (TAKEN_APART.test(line)) this.isTakenApart = true
    else if (isField) this.isTakenApart = false
    if (this.isTakenApart) this.takenApart += lineBytes
  }
}
