import type { Readable } from 'node:stream'

export interface Kept {
  /** bytes */
  size: number
  /** hex */
  sha256: string
}

export interface StoredObject {
  key: string
  modifiedAt: Date
}

/**
 * Where messages lie as they came. A key is a path of folders in plain letters. What `put` has answered for survives a
 * power cut; before that there is no object of that key, or the one that was there. Everything throws what the file
 * system or the network throws.
 */
export interface Storage {
  /** Bytes of a stream are counted as they pass; `size` says how many will come, where whoever stores wants to know. */
  put(key: string, source: Readable | Buffer, size?: number): Promise<Kept>
  /** @throws when there is none */
  open(key: string): Promise<Readable>
  /** Absent is fine. */
  remove(key: string): Promise<void>
  /** All below a folder, in no order. */
  list(folder: string): AsyncIterable<StoredObject>
  /** Names of the folders right below a folder. */
  folders(folder: string): Promise<string[]>
  /** What a process left behind that died in the middle of a `put` before that time. Not an object, nor in any list. */
  removeUnfinished(folder: string, before: Date): Promise<void>
  /**
   * Folders right below a folder that are empty and were not touched since that time. Of folders that nobody puts into any
   * more, like days that are over: another process takes what it once made for durable.
   */
  removeEmptyFolders(folder: string, before: Date): Promise<void>
}
