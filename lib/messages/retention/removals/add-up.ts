import type { RemovalView, WorkspaceRemovalView } from '../view'

/** What was found of a tenant. */
export interface Found extends Pick<RemovalView, 'messages' | 'folders' | 'more'> {
  id: string
  slug: string
  name: string
  /** null when there was no time to look */
  storage: Storage | null
}

/** Bytes that so many of its messages give back. */
export interface Storage {
  messages: number
  bytes: number
}

const MOST = 10

/**
 * One answer for `tenants` that a night touches, of which these were counted, those with most first. Storage of messages that
 * were not looked at is taken to be as that of the others: of the same tenant, or of all.
 */
export function addUp(tenants: number, found: readonly Found[]): WorkspaceRemovalView {
  const seen = found.flatMap(({ storage }) => storage ?? [])
  const each = sum(seen, ({ bytes }) => bytes) / (sum(seen, ({ messages }) => messages) || 1)
  const all = found.map(({ slug, name, messages, more, folders, storage }) => ({
    ...{ slug, name, messages, more, folders },
    freed: Math.round(freedOf(messages, storage, each)),
    rough: storage === null || storage.messages < messages,
  }))
  const inFolder = (folder: keyof RemovalView['folders']) => sum(all, ({ folders }) => folders[folder])
  return {
    messages: sum(all, ({ messages }) => messages),
    folders: {
      inbox: inFolder('inbox'),
      spam: inFolder('spam'),
      quarantine: inFolder('quarantine'),
      trash: inFolder('trash'),
    },
    freed: sum(all, ({ freed }) => freed),
    more: found.length < tenants || all.some(({ more }) => more),
    rough: all.some(({ rough }) => rough),
    tenants,
    most: all
      .slice(0, MOST)
      .map(({ slug, name, messages, freed, more, rough }) => ({ slug, name, messages, freed, more, rough })),
  }
}

function freedOf(messages: number, storage: Storage | null, each: number): number {
  if (!storage?.messages) return messages * each
  return storage.messages < messages ? (messages * storage.bytes) / storage.messages : storage.bytes
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0)
