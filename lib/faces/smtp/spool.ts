import { createHash, randomUUID } from 'node:crypto'
import { open, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { HeadCount } from './head-count'

// Most mail has less, and never touches the disk before it is stored.
const IN_MEMORY = 256 * 1024

/** A message while it comes in: in memory as long as it is small, then in a file that no name leads to. */
export class Spool {
  private chunks: Buffer[] = []
  private file: FileHandle | null = null
  private readonly hash = createHash('sha256')
  readonly head = new HeadCount()
  size = 0

  async add(chunk: Buffer): Promise<void> {
    this.hash.update(chunk)
    this.head.add(chunk)
    this.size += chunk.length
    if (this.file) return void (await this.file.writeFile(chunk))
    this.chunks.push(chunk)
    if (this.size > IN_MEMORY) await this.moveToFile()
  }

  /** Once all of it is there; once only. */
  sha256 = (): string => this.hash.digest('hex')

  /** Any number of times, also at once. */
  open = (): Promise<Readable> =>
    Promise.resolve(
      this.file
        ? Readable.from(readAll(this.file, this.size), { objectMode: false })
        : Readable.from(this.chunks, { objectMode: false }),
    )

  async close(): Promise<void> {
    this.chunks = []
    await this.file?.close()
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

async function* readAll(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < size;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(64 * 1024), 0, 64 * 1024, at)
    if (bytesRead === 0) throw new Error('The message is shorter than it was.')
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
