import type { InboxView } from '@/lib/inboxes/view'

interface Known {
  current: InboxView
  unread: readonly InboxView[]
  newest: readonly InboxView[]
}

/**
 * The inboxes that stand beside one: those with unread mail first, then the newest, about `most` of them and always the
 * current one. What is `shown` already keeps its place, so that reading and new mail move nothing under the pointer.
 */
export function besideOf(shown: readonly string[], { current, unread, newest }: Known, most: number) {
  const all = new Map([...unread, ...newest, current].map((inbox) => [inbox.id, inbox]))
  const kept = shown.flatMap((id) => all.get(id) ?? [])
  const others = [...all.values()].filter(({ id }) => !shown.includes(id))
  return [...kept, ...others].filter(
    ({ id, counts }, at) => at < most || id === current.id || counts.inbox.unread > 0,
  )
}
