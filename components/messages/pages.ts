import type { InfiniteData } from '@tanstack/react-query'
import type { MessageSummary } from '@/lib/messages/view'

export interface MessagePage {
  items: MessageSummary[]
  /** there may be one behind a page without anything: a search that looks further back */
  nextCursor: string | null
  /** how far back that is, up to here */
  lookedBackTo: string | null
  /** what of the search means nothing here, and was left out */
  notUnderstood: string[]
  /** when it was asked for here; without, it is asked for again */
  readAt?: number
}
export type MessagePages = InfiniteData<MessagePage, string>

// By then what others did far down in a list is seen as well.
const KEPT_FOR = 5 * 60_000

/**
 * A page of a list that is read, or read again because something changed: then the first is asked for, what it does not
 * reach stays as it was, and so do the pages behind it. Whoever has come down two thousand messages asks once, not forty
 * times.
 */
export async function readPage(
  known: () => MessagePages | undefined,
  cursor: string,
  ask: (cursor: string) => Promise<MessagePage>,
): Promise<MessagePage> {
  const kept = () => keptPage(known(), cursor)
  const before = kept()
  if (before && cursor !== '') return before
  const fresh = { ...(await ask(cursor)), readAt: Date.now() }
  // What was done here meanwhile is in it.
  const after = kept()
  return after ? joined(fresh, after) : fresh
}

function keptPage(known: MessagePages | undefined, cursor: string): MessagePage | undefined {
  const page = known?.pages[known.pageParams.indexOf(cursor)]
  return page?.readAt !== undefined && Date.now() - page.readAt < KEPT_FOR ? page : undefined
}

/** The top of a list as it is now, and under it what was known to follow; only the top where more came than it holds. */
export function joined(fresh: MessagePage, known: MessagePage): MessagePage {
  const [last, first] = [fresh.items.at(-1), known.items[0]]
  const meets =
    fresh.nextCursor !== null &&
    (last && first ? !isOlder(first, last) : !last && !first && looked(fresh, known))
  if (!meets || fresh.nextCursor === known.nextCursor) return fresh
  const rest = known.items.filter((message) => last && isOlder(message, last))
  const { nextCursor, lookedBackTo, readAt } = known
  const items = [...fresh.items, ...rest]
  return { ...fresh, nextCursor, lookedBackTo, items, ...(readAt !== undefined && { readAt }) }
}

/** Whether all that came since a page without anything was read has been looked at, and has nothing either. */
const looked = ({ lookedBackTo }: MessagePage, { nextCursor, readAt }: MessagePage): boolean =>
  nextCursor !== null && lookedBackTo !== null && Date.parse(lookedBackTo) < (readAt ?? 0)

/** As lists are sorted. */
const isOlder = (one: MessageSummary, other: MessageSummary): boolean =>
  one.receivedAt === other.receivedAt ? one.id < other.id : one.receivedAt < other.receivedAt

/** The same, to be asked for again, all of it. */
export const forgotten = ({ pages, pageParams }: MessagePages): MessagePages => ({
  pages: pages.map(({ readAt: _, ...page }) => page),
  pageParams,
})

/** What stands in place of the list: that nothing is there may only be said of a list that was read to its end. */
export const standing = (read: { known: boolean; messages: readonly unknown[]; more: boolean }) =>
  !read.known ? 'waiting' : read.messages.length > 0 ? 'list' : read.more ? 'looking' : 'empty'

/** All of them, each once: a message that moved while pages were read stands on two, and above is where it was seen last. */
export function messagesOf(pages: readonly MessagePage[]): MessageSummary[] {
  const seen = new Set<string>()
  return pages.flatMap(({ items }) => items).filter(({ id }) => !seen.has(id) && seen.add(id))
}
