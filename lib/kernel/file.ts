import type { Readable } from 'node:stream'
import { z } from 'zod'

/** Bytes to be saved by whoever asked: a stranger's, so no face shows them inline. */
export interface SentFile {
  /** as it is suggested to be saved */
  name: string
  /** a media type we vouch for; `application/octet-stream` for anything a browser might run */
  type: string
  /** bytes, where known before */
  size: number | null
  open(): Promise<Readable>
}

/** The output of operations that send a file. */
export const sentFile = z.custom<SentFile>(
  (value) => typeof value === 'object' && value !== null && 'open' in value,
)
