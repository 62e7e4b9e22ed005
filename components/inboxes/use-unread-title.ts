import { useEffect } from 'react'
import type { InboxView } from '@/lib/inboxes/view'
import { titleWords } from './words'

/** What is unread stands in the window’s title, and follows: whoever has it in a tab sees that mail came. */
export function useUnreadTitle({ address, counts }: InboxView) {
  const title = titleWords(address, counts.inbox.unread)
  useEffect(() => {
    // As the root layout ends every title.
    document.title = `${title} · Letterhead`
  }, [title])
}
