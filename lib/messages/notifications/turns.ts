import { readEnvelope, readReceived, type ReceivedMail } from '@/lib/gateways/ses/notifications'
import { routeRecipient } from '@/lib/inboxes/routing/platform'
import { Prisma } from '@/lib/kernel/db/client'
import { PROCESS_NOTIFICATION } from './jobs'

/** The message that a notification tells of; its signature was checked when it came. Null for what tells of none. */
export function mailIn(body: string): ReceivedMail | null {
  const envelope = readEnvelope(body)
  return envelope && readReceived(envelope.Message)
}

const NOBODY = 'nobody'
// Of a list of strangers the first say as much as all of them.
const MOST_LOOKED_UP = 5

/**
 * Whose turn a notification is: the tenant's that its first recipient with an inbox leads to. What leads to none waits in one
 * line of its own; what is wrong with it is told when it is processed.
 */
export async function turnOf(body: string): Promise<string> {
  try {
    for (const recipient of mailIn(body)?.recipients.slice(0, MOST_LOOKED_UP) ?? []) {
      const route = await routeRecipient(recipient)
      if (route.to === 'inboxes') return route.deliveries[0]!.tenantId
    }
  } catch {
    return NOBODY
  }
  return NOBODY
}

// The queue's index is in this order; those that are tried again keep turns of long ago.
const next = Prisma.sql`
  coalesce((select -priority from pgboss.job where name = ${PROCESS_NOTIFICATION.name} and state = 'created' and not blocked
             order by priority desc, created_on limit 1), 0)`

/**
 * Its turn: one behind the last that waits for the same tenant, and never before the one that is next. So each tenant that
 * has mail waiting is served once before any is served again, however much one of them has.
 */
export const turnFor = (whose: string): Prisma.Sql => Prisma.sql`
  greatest(${next}, 1 + coalesce((select max(turn) from "InboundNotification"
                                   where "turnOf" = ${whose} and "processedAt" is null and problem is null), -1))`

/** The turns of rows that are started again: those of each tenant one behind the other. */
export const turnsAgain = Prisma.sql`
  (${next} + row_number() over (partition by n."turnOf" order by n."receivedAt") - 1)::int`
