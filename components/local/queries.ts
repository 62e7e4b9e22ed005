import { queryOptions } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { ArrivedMail, MailSummary, SnsState, Zone } from '@/lib/local/world/types'

interface Items<T> {
  items: T[]
}

export const localQueries = {
  zones: () =>
    queryOptions({
      queryKey: ['local', 'zones'] as const,
      queryFn: ({ signal }) => api<Items<Zone>>('/api/local/zones', { signal }),
      refetchInterval: 5000,
    }),
  mail: () =>
    queryOptions({
      queryKey: ['local', 'mail'] as const,
      queryFn: ({ signal }) => api<Items<MailSummary>>('/api/local/mail', { signal }),
      refetchInterval: 2000,
    }),
  arrivals: () =>
    queryOptions({
      queryKey: ['local', 'arrivals'] as const,
      queryFn: ({ signal }) =>
        api<Items<ArrivedMail> & { topic: SnsState }>('/api/local/arrivals', { signal }),
      refetchInterval: 2000,
    }),
}
