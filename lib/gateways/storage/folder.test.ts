import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { folderStorage } from './folder'
import { checkedKey } from './key'

const root = mkdtempSync(join(tmpdir(), 'letterhead-storage-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const storage = folderStorage(root)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
async function all(folder: string) {
  const keys = []
  for await (const { key } of storage.list(folder)) keys.push(key)
  return keys.sort()
}

describe('an object', () => {
  const bytes = randomBytes(300_000)
  it.each([
    ['a buffer', () => bytes],
    ['a stream', () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)])],
  ])('from %s is kept as it came', async (_, source) => {
    expect(await storage.put('tenants/t/2026-11-21/a.eml', source())).toEqual({
      size: 300_000,
      sha256: sha256(bytes),
    })
    expect(await buffer(await storage.open('tenants/t/2026-11-21/a.eml'))).toEqual(bytes)
  })

  it('is for nobody else on this machine', async () => {
    await storage.put('private/deep/er/x', Buffer.from('x'))
    expect(statSync(join(root, 'private/deep/er/x')).mode & 0o777).toBe(0o600)
    for (const folder of ['private', 'private/deep', 'private/deep/er'])
      expect(statSync(join(root, folder)).mode & 0o777).toBe(0o700)
  })

  it('that breaks off in the middle never was', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half')
        throw new Error('gone')
      })(),
    )
    await expect(storage.put('broken/x', broken)).rejects.toThrow('gone')
    expect(readdirSync(join(root, 'broken'))).toEqual([])
    await expect(storage.open('broken/x')).rejects.toThrow(/ENOENT/)
  })

  it('is removed, and removing it again is fine', async () => {
    await storage.put('gone/x', Buffer.from('x'))
    await storage.remove('gone/x')
    await storage.remove('gone/x')
    expect(await all('gone')).toEqual([])
  })

  it('many at once into one new folder are all there', async () => {
    const keys = Array.from({ length: 50 }, (_, i) => `many/${i % 3}/${i}`)
    await Promise.all(keys.map((key) => storage.put(key, Buffer.from(key))))
    expect(await all('many')).toEqual(keys.sort())
    expect((await storage.folders('many')).sort()).toEqual(['0', '1', '2'])
  })
})

it('what was left unfinished is no object, and goes when it is old', async () => {
  await storage.put('left/x', Buffer.from('x'))
  for (const name of ['.old', '.new']) writeFileSync(join(root, 'left', name), 'half')
  utimesSync(join(root, 'left/.old'), 1, 1)
  expect(await all('left')).toEqual(['left/x'])
  await storage.removeUnfinished('left', new Date(60_000))
  expect(readdirSync(join(root, 'left')).sort()).toEqual(['.new', 'x'])
})

it('an empty folder goes once nobody has touched it for long, and no other', async () => {
  for (const key of ['days/full/x', 'days/old/x', 'days/new/x']) await storage.put(key, Buffer.from('x'))
  for (const key of ['days/old/x', 'days/new/x']) await storage.remove(key)
  for (const name of ['full', 'old']) utimesSync(join(root, 'days', name), 1, 1)
  await storage.removeEmptyFolders('days', new Date(60_000))
  expect(readdirSync(join(root, 'days')).sort()).toEqual(['full', 'new'])
  expect(await all('days')).toEqual(['days/full/x'])
  await storage.put('days/old/y', Buffer.from('y'))
  expect(await all('days')).toEqual(['days/full/x', 'days/old/y'])
  await storage.removeEmptyFolders('nowhere', new Date())
})

it('a folder that is not there is empty', async () => {
  expect(await all('nowhere')).toEqual([])
  expect(await storage.folders('nowhere')).toEqual([])
})

describe('a key', () => {
  it.each([
    '',
    '/',
    '../x',
    'a/../b',
    'a//b',
    '/etc/passwd',
    'a/.b',
    'a\\b',
    'a\0b',
    'a/',
    'ä',
    'a b',
    'x'.repeat(200),
  ])('%j is none', (key) => expect(() => checkedKey(key)).toThrow('not a key'))
  it('never leads out of the folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', '-', '\0', '%') }), (key) => {
        try {
          checkedKey(key)
        } catch {
          return
        }
        expect(join('/root', key).startsWith('/root/')).toBe(true)
      }),
    )
  })
})
