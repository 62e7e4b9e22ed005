import type { Folder } from '@/lib/inboxes/view'

/** Where somebody is in an inbox: the whole of it stands in the URL, so links can be shared and Back works. */
export interface Place {
  folder: Folder
  unread: boolean
  search: string
  /** the open message */
  message: string | null
}

/** In the order they are shown. */
export const folderNames: Record<Folder, string> = {
  inbox: 'Inbox',
  spam: 'Spam',
  quarantine: 'Quarantine',
  trash: 'Trash',
}
export const folders = Object.keys(folderNames) as Folder[]

// As much as a search may say (messages.list).
const MOST_SEARCH = 200

/** What a URL says, with anything unknown in it left out. */
export function placeOf(query: { get(name: string): string | null }): Place {
  const folder = folders.find((name) => name === query.get('folder'))
  return {
    folder: folder ?? 'inbox',
    unread: query.get('unread') === '1',
    search: (query.get('search') ?? '').trim().slice(0, MOST_SEARCH),
    message: query.get('message') || null,
  }
}

/** The other way round; what goes without saying is left out. */
export function queryOf({ folder, unread, search, message }: Place): string {
  const query = new URLSearchParams({
    ...(folder !== 'inbox' && { folder }),
    ...(unread && { unread: '1' }),
    ...(search && { search }),
    ...(message && { message }),
  })
  return query.size > 0 ? `?${query}` : ''
}
