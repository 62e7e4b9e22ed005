import { createHash } from 'node:crypto'
import { bareMessageId } from '@/lib/gateways/ses/message-id'

// A long discussion names all that came before; the nearest are enough to find it.
const MOST = 20

interface Related {
  messageId: string | null
  inReplyTo: string | null
  references: readonly string[]
}

/**
 * Hashes of the ids that a message is related by, the nearest first: itself, what it answers, and what that answered.
 * Never its subject: two orders with the same subject are two threads.
 */
export function refsOf({ messageId, inReplyTo, references }: Related): string[] {
  const ids = [messageId, inReplyTo, ...references.toReversed()].flatMap((id) => (id ? foldId(id) || [] : []))
  return [...new Set(ids)].slice(0, MOST).map((id) => createHash('sha256').update(id).digest('hex'))
}

/** One form for one message: host names are the same in any case, and the mail network's ids in both their forms. */
export function foldId(id: string): string {
  const told = id.replace(/^[<\s]+|[>\s]+$/g, '')
  const at = told.lastIndexOf('@')
  return bareMessageId(told) ?? (at < 0 ? told : told.slice(0, at) + told.slice(at).toLowerCase())
}
