import type { TenantCaller } from '@/lib/kernel/caller'
import { encodeCursor } from '@/lib/kernel/page'
import { MESSAGES } from './draw-messages'
import { senderOf, wordOf, type Place } from './make-places'
import { realMail } from './real-mail'

export interface InboxCall {
  what: string
  /** milliseconds that the 95th percentile is to stay within; none for what is shown for comparison */
  aim?: number
  act: (turn: number) => Promise<unknown>
  /** what it found, to be printed: a search that finds nothing is fast */
  found: () => number | null
}

const [LIST, OPEN, SEARCH] = [50, 50, 150]
const DAY = 86_400_000
const dayAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)

/** What people and agents do with an inbox. `ids` are of the large inbox, spread over its whole time. */
export async function inboxCalls(
  caller: TenantCaller,
  { large, small }: { large: Place; small: Place },
  spots: { id: string; at: Date }[],
): Promise<InboxCall[]> {
  const { listMessages } = await import('@/lib/messages/read/list-messages')
  const { showMessage } = await import('@/lib/messages/read/show-message')
  const { showThread } = await import('@/lib/messages/read/show-thread')
  const { prisma } = await import('@/lib/kernel/db/client')
  const { asTenant } = await import('@/lib/kernel/db/tenant')

  const call = (
    what: string,
    aim: number | undefined,
    act: (turn: number) => Promise<unknown>,
  ): InboxCall => {
    let last: unknown
    return {
      what,
      ...(aim !== undefined && { aim }),
      act: async (turn) => (last = await act(turn)),
      found: () => (last as { items?: unknown[] } | undefined)?.items?.length ?? null,
    }
  }
  type Input = Parameters<typeof listMessages>[1]
  const list = (what: string, input: (turn: number) => Input, inboxId: string | undefined = large.inboxId) =>
    call(what, LIST, (turn) => listMessages(caller, { ...(inboxId && { inboxId }), ...input(turn) }))
  const search = (what: string, text: (turn: number) => string, more: Input = {}) =>
    call(`search ${what}`, SEARCH, (turn) =>
      listMessages(caller, { inboxId: large.inboxId, search: text(turn), ...more }),
    )
  const spot = (turn: number) => spots[(turn * 7) % spots.length]!
  const bare = () => prisma().$queryRaw`select 1`
  const from = (n: number) => senderOf(n).address

  return [
    call('select 1', undefined, bare),
    call('select 1, in a transaction of the tenant', undefined, () =>
      asTenant(caller, (tx) => tx.$queryRaw`select 1`),
    ),
    list('list, an inbox of 1,000', () => ({}), small.inboxId),
    list('list, the inbox of half of all', () => ({})),
    list('list, a hundred at once', () => ({ limit: 100 })),
    list('list, a page somewhere deep', (turn) => ({ cursor: encodeCursor(spot(turn)) })),
    list('list, unread', () => ({ unread: true })),
    list('list, spam', () => ({ folder: 'spam' })),
    list('list, all inboxes of the tenant', () => ({}), ''),
    list('list, unread of all inboxes', () => ({ unread: true }), ''),
    call('open', OPEN, (turn) => showMessage(caller, { id: spot(turn).id })),
    call('thread', OPEN, (turn) => showThread(caller, { id: spot(turn).id })),
    search('one message has', (turn) => `ticket${Math.floor((MESSAGES / 2 / 1_000) * turn) * 2}`),
    search('500 have', (turn) => `order${turn % (MESSAGES / 1_000)}`),
    search('a word of the middle', (turn) => wordOf(800 + turn)),
    search('nearly all have', (turn) => wordOf(1 + (turn % 3))),
    search('two frequent ones, hardly any has both', () => 'amber cobalt'),
    search('100,000 old ones have', () => 'velvet'),
    search('100,000 old ones have, the page of before', () => `velvet before:${dayAgo(600)}`),
    search('a frequent and a rare one', (turn) => `amber order${turn % (MESSAGES / 1_000)}`),
    search('none has', (turn) => `nobody${turn}`),
    search('without a frequent one', () => `-${wordOf(1)} -${wordOf(2)} -${wordOf(3)}`),
    search('from: who writes most', () => `from:${from(0)}`),
    search('from: who writes seldom', (turn) => `from:${from(3_000 + turn)}`),
    search('from: a whole domain', (turn) => `from:firm-${turn % 700}.example`),
    search('subject:', (turn) => `subject:${wordOf(50 + turn)}`),
    search('has:attachment', () => 'has:attachment'),
    search('has:attachment from:', (turn) => `has:attachment from:${from(100 + turn)}`),
    search('before: after:', () => `before:${dayAgo(300)} after:${dayAgo(310)}`),
    search(
      'a word before: after:',
      (turn) => `${wordOf(100 + turn)} before:${dayAgo(300)} after:${dayAgo(310)}`,
    ),
    search('in all inboxes, a word of the middle', (turn) => wordOf(800 + turn), { inboxId: undefined }),
    search('in:anywhere, a word of the middle', (turn) => `${wordOf(800 + turn)} in:anywhere`),
  ]
}

/** So many messages of an inbox, spread over all its time, each with its object in storage. */
export async function openable(caller: TenantCaller, inboxId: string, count: number) {
  const { asTenant } = await import('@/lib/kernel/db/tenant')
  const { storage } = await import('@/lib/gateways/storage')
  const rows = await asTenant(
    caller,
    (tx) =>
      tx.$queryRaw<{ id: string; at: Date; key: string }[]>`
      select m.id, m."receivedAt" as at, r.key from "Message" m join "RawMessage" r on r."tenantId" = m."tenantId" and r.id = m."rawId"
       where m."inboxId" = ${inboxId}::uuid and m.folder = 'inbox' order by md5(m.id::text) limit ${count}`,
  )
  for (const { key } of rows) await storage().put(key, realMail(), 20_000)
  return rows
}
