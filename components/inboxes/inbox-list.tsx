'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyHelp } from '@/components/domains/key-help'
import { useListKeys } from '@/components/domains/use-list-keys'
import { usePollInterval } from '@/components/live/status'
import { InboxRow } from './inbox-row'
import { inboxQueries, type InboxFilter } from './queries'
import { Unreached } from './unreached'
import { useFreshInboxes } from './use-fresh-inboxes'

/** The tenant's inboxes, newest first; what is unread in them stays live. */
export function InboxList({ slug, filter }: { slug: string; filter: InboxFilter }) {
  const refetchInterval = usePollInterval()
  const page = useQuery({ ...inboxQueries.list(slug, filter), refetchInterval })
  useFreshInboxes(slug)
  const { list, help, closeHelp } = useListKeys()
  return (
    <>
      <Unreached failed={page.isError || page.isPaused} retry={() => void page.refetch()} />
      <ul ref={list} className="border-line border-t">
        {page.data?.items.map((inbox) => (
          <InboxRow key={inbox.id} inbox={inbox} href={`/t/${slug}/inboxes/${inbox.id}`} />
        ))}
      </ul>
      <KeyHelp open={help} onClose={closeHelp} />
    </>
  )
}
