import { useFresh } from '@/components/live/use-fresh'
import { inboxQueries } from './queries'

/** Inboxes are read again when they change, when mail changes their counts, and when a domain begins to receive or ends. */
export function useFreshInboxes(slug: string) {
  const keys = [inboxQueries.all(slug)]
  useFresh('inboxes', undefined, keys)
  useFresh('messages', undefined, keys)
  useFresh('domains', undefined, keys)
}
