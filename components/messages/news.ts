import type { MessageSummary } from '@/lib/messages/view'

type Told = Pick<MessageSummary, 'id' | 'receivedAt' | 'from' | 'subject'>

/** What came between two looks at the top of a list, in a sentence; empty for nothing, or for older mail that appeared. */
export function newsOf(before: readonly Told[], after: readonly Told[]): string {
  const known = new Set(before.map(({ id }) => id))
  const since = before[0]?.receivedAt ?? ''
  const fresh = after.filter(({ id, receivedAt }) => !known.has(id) && receivedAt >= since)
  const [first] = fresh
  if (!first) return ''
  if (fresh.length > 1) return `${fresh.length} new messages.`
  return `New message from ${first.from.name || first.from.address || 'nobody'}: ${first.subject || 'no subject'}.`
}
