import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refusedWith } from '@/components/api'
import { usePollInterval } from '@/components/live/status'
import { useMissed } from '@/components/live/use-missed'
import { alignClock } from '@/components/ui/clock'
import { domainQueries } from './queries'
import { useWatch } from './use-watch'

/** The living domain: prefetched by the server, kept fresh by Live, watched while visible to who may ask for checks. */
export function useDomain(slug: string, id: string, mayCheck: boolean) {
  const interval = usePollInterval()
  const {
    data: domain,
    error,
    refetch,
  } = useQuery({ ...domainQueries.one(slug, id), refetchInterval: interval })
  useMissed('domains', [domainQueries.one(slug, id).queryKey])
  const gone = refusedWith(error, 'not_found')
  useWatch(slug, id, mayCheck && !gone && domain?.state !== 'deleting')
  useEffect(() => {
    if (domain) alignClock(domain.now)
  }, [domain])
  return { domain, gone, lost: error !== null && !gone, retry: () => void refetch() }
}
