import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REGION, startTestWorld, type TestWorld } from '@/lib/local/world/test/helpers'
import { bucketStorage } from './bucket'
import type { Storage } from './types'

let world: TestWorld
let storage: Storage
beforeAll(async () => {
  world = await startTestWorld()
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' }
  const client = new S3Client({ region: REGION, credentials, endpoint: world.awsUrl, forcePathStyle: true })
  await client.send(new CreateBucketCommand({ Bucket: 'messages' }))
  storage = bucketStorage('messages', client)
})
afterAll(() => world.close())

const bytes = randomBytes(300_000)
const sha256 = createHash('sha256').update(bytes).digest('hex')

it.each([
  ['a buffer', () => bytes, undefined],
  ['a stream of a known size', () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), bytes.length],
  ['a stream of an unknown size', () => Readable.from([bytes]), undefined],
])('%s is kept as it came', async (_, source, size) => {
  const key = 'tenants/t/2026-11-21/a.eml'
  expect(await storage.put(key, source(), size)).toEqual({ size: bytes.length, sha256 })
  expect(await buffer(await storage.open(key))).toEqual(bytes)
})

it('a stream that breaks off in the middle leaves nothing', async () => {
  const broken = Readable.from(
    (function* () {
      yield bytes.subarray(0, 100)
      throw new Error('gone')
    })(),
  )
  await expect(storage.put('broken/x', broken, bytes.length)).rejects.toThrow('gone')
  await expect(storage.open('broken/x')).rejects.toThrow()
})

it('is listed, in its folders, until it is removed', async () => {
  for (const key of ['list/a/1', 'list/a/2', 'list/b/1']) await storage.put(key, Buffer.from(key))
  const keys = []
  for await (const { key, modifiedAt } of storage.list('list')) {
    keys.push(key)
    expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(60_000)
  }
  expect(keys.sort()).toEqual(['list/a/1', 'list/a/2', 'list/b/1'])
  expect((await storage.folders('list')).sort()).toEqual(['a', 'b'])
  await storage.remove('list/a/1')
  await storage.remove('list/a/1')
  await expect(storage.open('list/a/1')).rejects.toThrow()
})
