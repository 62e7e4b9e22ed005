import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SECOND } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { Counted, keptOf } from './counted'
import { checkedKey } from './key'
import type { Storage } from './types'

/** Storage in a bucket: an answered PutObject is durable (Amazon S3, data durability). */
export function bucketStorage(Bucket: string, client = bucketClient()): Storage {
  return {
    async put(key, source, size) {
      const Key = checkedKey(key)
      // The request has to say its length before: of what comes without one, all of it is awaited.
      const bytes = Buffer.isBuffer(source) ? source : size === undefined ? await buffer(source) : null
      if (bytes) {
        await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes }))
        return keptOf(bytes)
      }
      const counted = new Counted()
      // A body that breaks would leave the SDK waiting for the rest of it, so it is told to stop instead.
      const broken = new AbortController()
      const stream = source as Readable
      stream.once('error', (error) => broken.abort(error)).pipe(counted)
      const request = new PutObjectCommand({ Bucket, Key, Body: counted, ContentLength: size })
      try {
        await client.send(request, { abortSignal: broken.signal })
        return counted.kept()
      } catch (error) {
        throw broken.signal.aborted ? broken.signal.reason : error
      } finally {
        stream.destroy()
      }
    },
    async open(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: checkedKey(key) }))
      if (!Body) throw new Error('The object came without a body.')
      return Body as Readable
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key: checkedKey(key) }))
    },
    async *list(folder) {
      for await (const page of pages({ Prefix: `${checkedKey(folder)}/` }))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { key: Key, modifiedAt: LastModified }
    },
    async folders(folder) {
      const Prefix = `${checkedKey(folder)}/`
      const names: string[] = []
      for await (const page of pages({ Prefix, Delimiter: '/' }))
        for (const { Prefix: found } of page.CommonPrefixes ?? [])
          if (found) names.push(found.slice(Prefix.length, -1))
      return names
    },
    // A PutObject that was broken off leaves nothing, and folders are no more than what keys begin with.
    removeUnfinished: () => Promise.resolve(),
    removeEmptyFolders: () => Promise.resolve(),
  }

  async function* pages(input: { Prefix: string; Delimiter?: string }) {
    let ContinuationToken: string | undefined
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket, ...input, ContinuationToken }))
      yield page
      ContinuationToken = page.NextContinuationToken
    } while (ContinuationToken)
  }
}

/** The SDK's client, as messages are stored and fetched with it. */
export const bucketClient = () =>
  new S3Client({
    region: env().AWS_REGION,
    ...(env().AWS_ENDPOINT_URL_S3 && { endpoint: env().AWS_ENDPOINT_URL_S3, forcePathStyle: true }),
    requestHandler: { connectionTimeout: 3 * SECOND, requestTimeout: 60 * SECOND },
  })
