'use client'

import { useQuery } from '@tanstack/react-query'
import { usePollInterval } from '@/components/live/status'
import { useMissed } from '@/components/live/use-missed'
import { DomainRow } from './domain-row'
import { KeyHelp } from './key-help'
import { domainQueries, type DomainFilter } from './queries'
import { useListKeys } from './use-list-keys'

/** The tenant's domains, newest first; their states stay live. */
export function DomainList({ slug, filter }: { slug: string; filter: DomainFilter }) {
  const query = domainQueries.list(slug, filter)
  const { data } = useQuery({ ...query, refetchInterval: usePollInterval() })
  useMissed('domains', [query.queryKey])
  const { list, help, closeHelp } = useListKeys()
  return (
    <>
      <ul ref={list} className="border-line border-t">
        {data?.items.map((domain) => (
          <DomainRow key={domain.id} domain={domain} href={`/t/${slug}/domains/${domain.id}`} />
        ))}
      </ul>
      <KeyHelp open={help} onClose={closeHelp} />
    </>
  )
}
