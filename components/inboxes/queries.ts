import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { InboxView } from '@/lib/inboxes/view'

export interface InboxPage {
  items: InboxView[]
  nextCursor: string | null
}
export interface InboxFilter {
  search?: string | undefined
  state?: string | undefined
  unread?: boolean
  cursor?: string | undefined
  limit?: number
}

const noun = (slug: string) => ['t', slug, 'inboxes'] as const

export const inboxQueries = {
  /** everything of inboxes: a message that came changes counts in all of it */
  all: noun,
  one: (slug: string, id: string) =>
    queryOptions({
      queryKey: [...noun(slug), 'one', id] as const,
      queryFn: ({ signal }) => api<InboxView>(`/api/v1/inboxes/${id}`, { tenant: slug, signal }),
    }),
  list: (slug: string, filter: InboxFilter) =>
    queryOptions({
      queryKey: [...noun(slug), 'list', filter] as const,
      queryFn: ({ signal }) => {
        const given = Object.entries(filter).filter(([, value]) => value !== undefined)
        const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
        return api<InboxPage>(`/api/v1/inboxes?${query}`, { tenant: slug, signal })
      },
    }),
}
