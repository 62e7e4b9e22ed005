import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { exits } from './exit-codes'
import type { Io } from './io'
import { note } from './print'
import { Refused } from './refused'

/** A download as it comes, to stdout or into a file; a file is there when it is whole. */
export async function saveStream(io: Io, response: Response, output: string | undefined): Promise<void> {
  const body = response.body ? Readable.fromWeb(response.body as WebStream) : Readable.from([])
  try {
    if (!output) {
      // Bytes as they are: a download may be anything.
      for await (const part of body) io.stdout.write(Buffer.from(part as Uint8Array))
      return
    }
    const path = resolve(output)
    try {
      await pipeline(body, createWriteStream(`${path}.part`, { mode: 0o600 }))
      renameSync(`${path}.part`, path)
    } finally {
      rmSync(`${path}.part`, { force: true })
    }
    note(io, `Saved to ${path}`)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Refused(exits.tryAgain, { code: 'download_broken', message: `The download broke off: ${why}.` })
  }
}
