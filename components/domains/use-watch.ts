import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '@/components/api'
import type { DomainView } from '@/lib/domains/view'
import { domainQueries } from './queries'

/**
 * Says "somebody is looking" every eight seconds while the page is visible, so that the checks come every second;
 * the answer goes into the cache unless something newer is there.
 */
export function useWatch(slug: string, id: string, enabled: boolean) {
  const client = useQueryClient()
  useQuery({
    queryKey: ['watch', slug, id],
    enabled,
    queryFn: async ({ signal }) => {
      const view = await api<DomainView>(`/api/v1/domains/${id}/watch`, {
        tenant: slug,
        method: 'POST',
        signal,
      })
      putDomain(client, slug, view)
      return view.now
    },
    refetchInterval: 8000,
    refetchOnWindowFocus: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}

/** Puts a view into the cache, unless a newer one is there. */
export function putDomain(client: ReturnType<typeof useQueryClient>, slug: string, view: DomainView) {
  client.setQueryData(domainQueries.one(slug, view.id).queryKey, (old) =>
    old && old.now > view.now ? old : view,
  )
}
