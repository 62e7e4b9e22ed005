import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { DomainSummary, DomainView } from '@/lib/domains/view'
import type { SendView } from '@/lib/sending/view'

/** Keys and fetchers, shared by the server's prefetch and the browser: ['t', tenant, noun, 'one' | 'list', …]. */
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}
export interface DomainFilter {
  search?: string | undefined
  cursor?: string | undefined
}

export const domainQueries = {
  one: (slug: string, id: string) =>
    queryOptions({
      queryKey: ['t', slug, 'domains', 'one', id] as const,
      queryFn: ({ signal }) => api<DomainView>(`/api/v1/domains/${id}`, { tenant: slug, signal }),
    }),
  list: (slug: string, { search = '', cursor = '' }: DomainFilter) =>
    queryOptions({
      queryKey: ['t', slug, 'domains', 'list', search, cursor] as const,
      queryFn: ({ signal }) =>
        api<Page<DomainSummary>>(`/api/v1/domains${given({ search, cursor })}`, { tenant: slug, signal }),
    }),
}

export const sendQueries = {
  list: (slug: string, domainId: string) =>
    queryOptions({
      queryKey: ['t', slug, 'sends', 'list', domainId] as const,
      queryFn: ({ signal }) =>
        api<Page<SendView>>(`/api/v1/domains/${domainId}/sends`, { tenant: slug, signal }),
    }),
}

function given(filter: Record<string, string>): string {
  const present = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  return present.size > 0 ? `?${present}` : ''
}
