import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Counted, keptOf } from './counted'
import { checkedKey } from './key'
import { syncFolder } from './sync-folder'
import type { Kept, Storage } from './types'

// Folders whose own names are known to be durable; forgetting them only costs a few more rounds.
const MOST_KNOWN = 10_000

/** Storage in a folder of this machine, readable by nobody else. */
export function folderStorage(given: string): Storage {
  const root = resolve(given)
  const known = new Set<string>()
  const pathOf = (key: string) => join(root, ...checkedKey(key).split('/'))
  return {
    async put(key, source) {
      const path = pathOf(key)
      const folder = dirname(path)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Begins with a dot, which no key does: a death in the middle leaves something that is no object.
      const unfinished = join(folder, `.${randomUUID()}`)
      try {
        const kept = await write(unfinished, source)
        await rename(unfinished, path)
        await syncFolder(folder)
        await keepFolder(folder)
        return kept
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
    },
    async open(key) {
      // Opened here, so that an absent one is told before anybody reads.
      return (await open(pathOf(key), 'r')).createReadStream()
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    async *list(folder) {
      const entries = await readdir(pathOf(folder), { recursive: true, withFileTypes: true }).catch(none)
      for (const entry of entries) {
        if (!entry.isFile() || entry.name.startsWith('.')) continue
        const path = join(entry.parentPath, entry.name)
        const found = await stat(path).catch(() => null)
        if (found) yield { key: relative(root, path).split(sep).join('/'), modifiedAt: found.mtime }
      }
    },
    async folders(folder) {
      const entries = await readdir(pathOf(folder), { withFileTypes: true }).catch(none)
      return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    },
    async removeUnfinished(folder, before) {
      for (const name of await readdir(pathOf(folder)).catch(none)) {
        const path = join(pathOf(folder), name)
        const found = name.startsWith('.') ? await stat(path).catch(() => null) : null
        if (found?.isFile() && found.mtime < before) await rm(path, { force: true })
      }
    },
    async removeEmptyFolders(folder, before) {
      for (const entry of await readdir(pathOf(folder), { withFileTypes: true }).catch(none)) {
        const path = join(pathOf(folder), entry.name)
        const found = entry.isDirectory() ? await stat(path).catch(() => null) : null
        if (!found || found.mtime >= before) continue
        known.delete(path)
        await rmdir(path).catch(unlessFull)
      }
    },
  }

  /** A new folder is as durable as its name in the one above; also one that somebody else has only just made. */
  async function keepFolder(folder: string): Promise<void> {
    if (known.has(folder)) return
    for (let at = folder; at !== root && at !== dirname(at); at = dirname(at)) await syncFolder(dirname(at))
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(folder)
  }
}

async function write(path: string, source: Readable | Buffer): Promise<Kept> {
  const handle = await open(path, 'wx', 0o600)
  try {
    if (Buffer.isBuffer(source)) {
      await handle.writeFile(source)
      await handle.datasync()
      return keptOf(source)
    }
    const counted = new Counted()
    await pipeline(source, counted, async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) await handle.writeFile(chunk)
    })
    await handle.datasync()
    return counted.kept()
  } finally {
    await handle.close()
  }
}

function none(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return []
  throw error
}

function unlessFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error
}
