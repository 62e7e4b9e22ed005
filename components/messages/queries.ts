import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { MessageSummary, MessageView } from '@/lib/messages/view'
import { readPage, type MessagePage, type MessagePages } from './pages'
import type { Place } from './place'

export interface ThreadAround {
  items: MessageSummary[]
  /** before the first of them, and after the last */
  more: { earlier: boolean; later: boolean }
}
export type ListPlace = Omit<Place, 'message'>

const PAGE = 50
const path = (id: string) => `/api/v1/messages/${id}`
const noun = (slug: string) => ['t', slug, 'messages', 'one'] as const

/** What the server reads for the first page; the browser asks for the same. */
export const listInput = (inboxId: string, { folder, unread, search }: ListPlace) => ({
  ...{ inboxId, folder, limit: PAGE },
  ...(unread && { unread }),
  ...(search && { search }),
})

/** What a list's key says it is of. */
export function listOf(key: QueryKey): ListPlace {
  const [folder, unread, search] = key.slice(-3) as [ListPlace['folder'], boolean, string]
  return { folder, unread, search }
}

/**
 * Under `one`, whose changes Live matches by id: a list of hundreds is read again by its own page, one reading at a time
 * (use-fresh.ts), and not with each of a hundred messages that come in.
 */
export const messageQueries = {
  threads: (slug: string) => [...noun(slug), 'thread'] as const,
  lists: (slug: string, inboxId: string) => [...noun(slug), 'list', inboxId] as const,
  list: (slug: string, inboxId: string, place: ListPlace) =>
    infiniteQueryOptions({
      queryKey: [...messageQueries.lists(slug, inboxId), place.folder, place.unread, place.search] as const,
      queryFn: ({ client, queryKey, signal, pageParam }) => {
        const ask = (cursor: string) => {
          const given = Object.entries({ ...listInput(inboxId, place), ...(cursor && { cursor }) })
          const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
          return api<MessagePage>(`/api/v1/messages?${query}`, { tenant: slug, signal })
        }
        return readPage(() => client.getQueryData<MessagePages>(queryKey), pageParam, ask)
      },
      initialPageParam: '',
      getNextPageParam: ({ nextCursor }: MessagePage) => nextCursor,
    }),
  one: (slug: string, id: string) =>
    queryOptions({
      queryKey: [...noun(slug), id] as const,
      queryFn: ({ signal }) => api<MessageView>(path(id), { tenant: slug, signal }),
    }),
  thread: (slug: string, id: string) =>
    queryOptions({
      queryKey: [...messageQueries.threads(slug), id] as const,
      queryFn: ({ signal }) => api<ThreadAround>(`${path(id)}/thread`, { tenant: slug, signal }),
    }),
  headers: (slug: string, id: string) =>
    queryOptions({
      queryKey: [...noun(slug), 'headers', id] as const,
      queryFn: ({ signal }) =>
        api<{ items: { name: string; value: string }[] }>(`${path(id)}/headers`, { tenant: slug, signal }),
    }),
}
