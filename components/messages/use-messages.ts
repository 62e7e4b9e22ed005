import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import { inboxQueries } from '@/components/inboxes/queries'
import { useFreshInboxes } from '@/components/inboxes/use-fresh-inboxes'
import { usePollInterval } from '@/components/live/status'
import { useFresh } from '@/components/live/use-fresh'
import { messagesOf, standing } from './pages'
import type { Place } from './place'
import { messageQueries } from './queries'

/** The messages of a folder, page by page, and the inbox's counts: both read again when something came. */
export function useMessages(slug: string, inboxId: string, place: Place) {
  const refetchInterval = usePollInterval()
  const list = useInfiniteQuery({ ...messageQueries.list(slug, inboxId, place), refetchInterval })
  const inbox = useQuery({ ...inboxQueries.one(slug, inboxId), refetchInterval })
  useFresh('messages', inboxId, [messageQueries.lists(slug, inboxId), messageQueries.threads(slug)])
  // The counts of the inboxes beside it as well.
  useFreshInboxes(slug)

  const messages = useMemo(() => messagesOf(list.data?.pages ?? []), [list.data])
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list
  // What could not be read waits for Retry, or for the next reading of the whole.
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage()
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage])
  const known = list.data !== undefined
  const stands = standing({ known, messages, more: hasNextPage })
  useEffect(() => {
    if (stands === 'looking') readMore()
  }, [stands, readMore])
  return {
    messages,
    inbox: inbox.data,
    known,
    stands,
    lookedBackTo: list.data?.pages.at(-1)?.lookedBackTo ?? null,
    notUnderstood: list.data?.pages[0]?.notUnderstood ?? [],
    // Without a network nothing is even asked for.
    failed: list.isError || list.isPaused,
    retry: () => void list.refetch(),
    more: hasNextPage,
    readMore,
  }
}
