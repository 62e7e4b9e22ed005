import { api } from '@/components/api'
import { query } from '@/components/query'
import type { MailSummary, Zone } from '@/lib/local/world/types'

interface Items<T> {
  items: T[]
}

export const localQueries = {
  zones: () => ({
    ...query(['local', 'zones'], ({ signal }) => api<Items<Zone>>('/api/local/zones', { signal })),
    refetchInterval: 5000,
  }),
  mail: () => ({
    ...query(['local', 'mail'], ({ signal }) => api<Items<MailSummary>>('/api/local/mail', { signal })),
    refetchInterval: 2000,
  }),
}
