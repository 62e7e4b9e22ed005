import { DeleteObjectCommand, GetObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SECOND } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import type { ReceivedMail } from './received'

/** A whole message within reach, to be read as often as need be. */
export interface Content {
  open(): Promise<Readable>
  /** bytes */
  size: number
  /** hex */
  sha256: string
}

/** The message does not lie where the notification says. */
export class NoContent extends Error {}

// No more comes through the mail network.
const MOST_BYTES = 41 * 1024 * 1024

/** Lends the bytes of a message: out of the notification, or from the bucket by way of a file that goes afterwards. @throws NoContent */
export async function withContent<T>(
  where: ReceivedMail['content'],
  lent: (content: Content) => Promise<T>,
): Promise<T> {
  if ('inline' in where) {
    const { inline } = where
    const sha256 = createHash('sha256').update(inline).digest('hex')
    return lent({ open: async () => Readable.from([inline]), size: inline.length, sha256 })
  }
  const folder = await mkdtemp(join(tmpdir(), 'letterhead-in-'))
  const path = join(folder, 'message')
  try {
    const kept = await download(where, path)
    return await lent({ open: async () => createReadStream(path), ...kept })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Once it is stored with us, the mail network's copy goes. One that is gone already is fine. */
export async function removeOriginal(where: ReceivedMail['content']): Promise<void> {
  if ('inline' in where) return
  await bucketClient().send(new DeleteObjectCommand({ Bucket: allowed(where.bucket), Key: where.key }))
}

async function download({ bucket, key }: { bucket: string; key: string }, path: string) {
  const { Body } = await bucketClient()
    .send(new GetObjectCommand({ Bucket: allowed(bucket), Key: key }))
    .catch((cause: unknown) => {
      throw isAbsent(cause)
        ? new NoContent(`${key} could not be had from ${bucket}: ${cause.message}`, { cause })
        : cause
    })
  const hash = createHash('sha256')
  let size = 0
  await pipeline(
    Body as Readable,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        size += chunk.length
        if (size > MOST_BYTES) throw new Error('The message is larger than any the mail network takes.')
        hash.update(chunk)
        yield chunk
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  )
  return { size, sha256: hash.digest('hex') }
}

/** Whoever may not list a bucket is told of what is not there that access is denied (S3 API reference, GetObject). */
const isAbsent = (error: unknown): error is S3ServiceException =>
  error instanceof S3ServiceException && ['NoSuchKey', 'AccessDenied'].includes(error.name)

/** Our rights reach further than the buckets that mail comes into: a notification must not choose among them. */
function allowed(bucket: string): string {
  if (env().INBOUND_BUCKETS.includes(bucket)) return bucket
  throw new Error(`The bucket ${bucket} is not in INBOUND_BUCKETS.`)
}

let client: S3Client | undefined
const bucketClient = () =>
  (client ??= new S3Client({
    region: env().AWS_REGION,
    followRegionRedirects: true,
    ...(env().AWS_ENDPOINT_URL_S3 && { endpoint: env().AWS_ENDPOINT_URL_S3, forcePathStyle: true }),
    requestHandler: { connectionTimeout: 3 * SECOND, requestTimeout: 60 * SECOND },
  }))
