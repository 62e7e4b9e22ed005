import { env } from '@/lib/kernel/env'
import { bucketStorage } from './bucket'
import { folderStorage } from './folder'
import type { Storage } from './types'

export type { Storage, StoredObject } from './types'

let opened: Storage | undefined

/** Where messages are stored, from the configuration. @throws when none or both of its settings are there */
export function storage(): Storage {
  return (opened ??= fromSettings(env()))
}

function fromSettings({
  STORAGE_FOLDER: folder,
  STORAGE_BUCKET: bucket,
}: {
  STORAGE_FOLDER?: string | undefined
  STORAGE_BUCKET?: string | undefined
}): Storage {
  if (folder && bucket)
    throw new Error('STORAGE_FOLDER and STORAGE_BUCKET are set: messages lie in one of them.')
  if (folder) return folderStorage(folder)
  if (bucket) return bucketStorage(bucket)
  throw new Error('Set STORAGE_FOLDER or STORAGE_BUCKET: there is nowhere to store messages.')
}
