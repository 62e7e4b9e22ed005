/** Looks at the head of a message as it passes: how long it is, and how many of some fields it has. */
export class HeadCount {
  private line = ''
  private isOver = false
  bytes = 0
  received = 0
  signatures = 0

  add(chunk: Buffer): void {
    for (let at = 0; !this.isOver && at < chunk.length;) {
      const end = chunk.indexOf(10, at)
      const upTo = end < 0 ? chunk.length : end + 1
      this.bytes += upTo - at
      // The beginning of a line tells which field it is.
      if (this.line.length < 20) this.line += chunk.toString('latin1', at, Math.min(upTo, at + 20))
      if (end >= 0) this.next()
      at = upTo
    }
  }

  private next(): void {
    if (/^\r?\n$/.test(this.line)) this.isOver = true
    else if (/^received\s*:/i.test(this.line)) this.received++
    else if (/^dkim-signature\s*:/i.test(this.line)) this.signatures++
    this.line = ''
  }
}
