import {
  CopyObjectCommand, CreateBucketCommand, DeleteObjectCommand, DeleteObjectsCommand, GetObjectCommand,
  HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client,
} from '@aws-sdk/client-s3' // prettier-ignore
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REGION, refusal, startTestWorld, type TestWorld } from './helpers'

const KEYS = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' }
const BUCKET = 'letters'
let world: TestWorld
let s3: S3Client
const client = (credentials = KEYS) =>
  new S3Client({ endpoint: world.awsUrl, region: REGION, forcePathStyle: true, credentials, maxAttempts: 1 })
beforeAll(async () => {
  world = await startTestWorld()
  s3 = client()
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }))
})
afterAll(() => world.close())

const put = (Key: string, Body: Buffer | string | Readable, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }))
const get = async (Key: string, more: object = {}) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key, ...more }))
  return Buffer.from(await Body!.transformToByteArray())
}
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('object storage, asked by the real client', () => {
  it('keeps bytes as they are, from a buffer and from a stream, with keys of any letters', async () => {
    const bytes = randomBytes(3 * 1024 * 1024 + 7)
    for (const key of ['plain', 'a folder/2026-11-21/ü & <b>+"\'~*().eml']) {
      await put(key, bytes)
      expect(sha(await get(key))).toBe(sha(bytes))
      await put(key, Readable.from([bytes.subarray(0, 99_999), bytes.subarray(99_999)]), {
        ContentLength: bytes.length,
      })
      expect(sha(await get(key))).toBe(sha(bytes))
    }
  })

  it('answers a part of an object, its head, and no more when it is gone', async () => {
    await put('part', '0123456789', { ContentType: 'text/plain' })
    expect((await get('part', { Range: 'bytes=2-4' })).toString()).toBe('234')
    expect((await get('part', { Range: 'bytes=-3' })).toString()).toBe('789')
    const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'part' }))
    expect(head).toMatchObject({ ContentLength: 10, ContentType: 'text/plain' })
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'part' }))
    await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'part' }))
    expect(await refusal(get('part'))).toMatchObject({ name: 'NoSuchKey', status: 404 })
  })

  it('lists by prefix, by folder and page by page', async () => {
    for (const n of [1, 2, 3]) await put(`list/${n}/x`, String(n))
    await put('list/a', 'a')
    const list = (more: object) => s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ...more }))
    const folders = await list({ Prefix: 'list/', Delimiter: '/' })
    expect(folders.CommonPrefixes?.map((p) => p.Prefix)).toEqual(['list/1/', 'list/2/', 'list/3/'])
    expect(folders.Contents?.map((o) => o.Key)).toEqual(['list/a'])
    const seen: string[] = []
    let token: string | undefined
    do {
      const page = await list({ Prefix: 'list/', MaxKeys: 3, ContinuationToken: token })
      seen.push(...(page.Contents ?? []).map((o) => o.Key!))
      token = page.NextContinuationToken
    } while (token)
    expect(seen).toEqual(['list/1/x', 'list/2/x', 'list/3/x', 'list/a'])
  })

  it('copies, and removes many at once', async () => {
    await put('from', 'copied')
    await s3.send(new CopyObjectCommand({ Bucket: BUCKET, Key: 'to', CopySource: `${BUCKET}/from` }))
    expect((await get('to')).toString()).toBe('copied')
    const Objects = ['from', 'to', 'never-was'].map((Key) => ({ Key }))
    await s3.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects } }))
    expect((await refusal(get('to'))).name).toBe('NoSuchKey')
  })

  it('refuses another’s keys, a bucket that is not there, and bytes that are not those that were signed', async () => {
    const list = (as: S3Client, Bucket = BUCKET) => refusal(as.send(new ListObjectsV2Command({ Bucket })))
    expect((await list(client({ ...KEYS, secretAccessKey: 'wrong' }))).name).toBe('SignatureDoesNotMatch')
    expect((await list(client({ ...KEYS, accessKeyId: 'AKIDOTHER' }))).name).toBe('InvalidAccessKeyId')
    expect((await list(s3, 'nowhere')).name).toBe('NoSuchBucket')
    await put('whole', 'as it was')
    expect((await refusal(put('whole', 'other', { ChecksumCRC32: 'AAAAAA==' }))).name).toBe('BadDigest')
    expect((await get('whole')).toString()).toBe('as it was')
    expect((await fetch(`${world.awsUrl}/${BUCKET}/whole`)).status).toBe(403)
  })
})
