import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync, rmSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import type { Store } from '../store/store'
import { tooLarge } from './errors'

export interface StoredObject {
  bucket: string
  key: string
  /** bytes */
  size: number
  md5: string
  sha256: string
  sha1: string
  /** big-endian, base64: as its checksum header carries it */
  crc32: string
  contentType: string
  at: number
  file: string
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Objects {
  hasBucket(name: string): boolean
  createBucket(name: string): void
  /** `check` sees what was received before it becomes what is there, and throws to leave all as it was */
  put(
    place: { bucket: string; key: string; contentType: string },
    source: Bytes,
    check?: (received: StoredObject) => void,
  ): Promise<StoredObject>
  find(bucket: string, key: string): StoredObject | undefined
  /** by key, in the order of its bytes */
  list(bucket: string, prefix: string): StoredObject[]
  open(object: StoredObject, range?: { start: number; end: number }): Readable
  remove(bucket: string, key: string): Promise<void>
}

// Mail has at most 40 MB; this leaves room and keeps a mistake from filling the disk.
const MOST_BYTES = 128 * 1024 * 1024

/** Objects as files in one folder, and what is known of them in the store. */
export function openObjects(store: Pick<Store, 'objects' | 'buckets'>, folder: string): Objects {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = (file: string) => join(folder, file)
  const id = (bucket: string, key: string) => `${bucket}/${key}`
  const find = (bucket: string, key: string) => store.objects.get(id(bucket, key))

  return {
    hasBucket: (name) => store.buckets.get(name) !== undefined,
    createBucket: (name) => void store.buckets.insert(name, { name, createdAt: Date.now() }),
    find,
    async put({ bucket, key, contentType }, source, check) {
      const file = randomUUID()
      try {
        const digests = await write(path(file), source)
        const received = { bucket, key, contentType, at: Date.now(), file, ...digests }
        check?.(received)
        const before = find(bucket, key)
        store.objects.put(id(bucket, key), received)
        if (before) await rm(path(before.file), { force: true })
        return received
      } catch (error) {
        await rm(path(file), { force: true })
        throw error
      }
    },
    list: (bucket, prefix) =>
      store.objects
        .all()
        .filter((object) => object.bucket === bucket && object.key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
    open: ({ file }, range) => createReadStream(path(file), range),
    async remove(bucket, key) {
      const object = find(bucket, key)
      if (!object) return
      store.objects.remove(id(bucket, key))
      await rm(path(object.file), { force: true })
    },
  }
}

export const dropFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Durable when it resolves. */
async function write(path: string, source: Bytes) {
  const [md5, sha1, sha256] = ['md5', 'sha1', 'sha256'].map((name) => createHash(name)) as [Hash, Hash, Hash]
  let size = 0
  let crc = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      size += chunk.length
      if (size > MOST_BYTES) throw tooLarge()
      for (const hash of [md5, sha1, sha256]) hash.update(chunk)
      crc = crc32(chunk, crc)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const crcBytes = Buffer.alloc(4)
  crcBytes.writeUInt32BE(crc)
  return {
    size,
    md5: md5.digest('hex'),
    sha1: sha1.digest('base64'),
    sha256: sha256.digest('hex'),
    crc32: crcBytes.toString('base64'),
  }
}

type Hash = ReturnType<typeof createHash>
