import { createHash, randomUUID } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { HeadCount } from './head-count'
import { SmtpReply } from './reply'

// Most mail has less, and never touches the disk before it is stored.
const IN_MEMORY = 256 * 1024

// Mail may come in pieces of a few bytes, as lines of dots do: each on its own would be a write.
const AT_ONCE = 64 * 1024

// Each costs the reading more than its bytes do. Senders that write line by line stay far below, in mail of any size.
const MOST_SMALL = 200_000
const SMALL = 64

/** A message while it comes in: in memory as long as it is small, then in a file that no name leads to. */
export class Spool {
  private chunks: Buffer[] = []
  private file: FileHandle | null = null
  // The end of it, neither hashed nor kept elsewhere yet.
  private last = Buffer.allocUnsafe(AT_ONCE)
  private lastBytes = 0
  private pieces = 0
  private readonly hash = createHash('sha256')
  readonly head = new HeadCount()
  size = 0

  /** An answer that ends the connection, where it comes in crumbs. */
  async add(chunk: Buffer): Promise<void> {
    this.head.add(chunk)
    this.size += chunk.length
    if (++this.pieces > MOST_SMALL + this.size / SMALL)
      throw new SmtpReply(421, '4.3.0', 'This message comes in too many small pieces.')
    for (let at = 0; at < chunk.length;) {
      const bytes = chunk.copy(this.last, this.lastBytes, at)
      at += bytes
      this.lastBytes += bytes
      if (this.lastBytes === AT_ONCE) await this.settle()
    }
  }

  /** Once all of it is there; once only. */
  sha256 = (): string => this.hash.update(this.end()).digest('hex')

  /** Any number of times, also at once. */
  open = (): Promise<Readable> =>
    Promise.resolve(
      this.file
        ? Readable.from(readAll(this.file, this.size - this.lastBytes, this.end()), { objectMode: false })
        : Readable.from([...this.chunks, this.end()], { objectMode: false }),
    )

  async close(): Promise<void> {
    this.chunks = []
    await this.file?.close()
  }

  private end = (): Buffer => this.last.subarray(0, this.lastBytes)

  private async settle(): Promise<void> {
    this.hash.update(this.last)
    if (!this.file && this.size > IN_MEMORY) await this.moveToFile()
    if (this.file) await this.file.writeFile(this.last)
    else {
      this.chunks.push(this.last)
      this.last = Buffer.allocUnsafe(AT_ONCE)
    }
    this.lastBytes = 0
  }

  private async moveToFile(): Promise<void> {
    const path = join(tmpdir(), `letterhead-${randomUUID()}`)
    this.file = await open(path, 'wx+', 0o600)
    // Nothing is left behind, however this process ends.
    await unlink(path)
    for (const chunk of this.chunks) await this.file.writeFile(chunk)
    this.chunks = []
  }
}

/** So many bytes of the file, and what comes behind them. */
async function* readAll(file: FileHandle, bytes: number, end: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(64 * 1024), 0, 64 * 1024, at)
    if (bytesRead === 0) throw new Error('The message is shorter than it was.')
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
  yield end
}
