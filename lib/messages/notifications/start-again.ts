import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { enqueue } from '@/lib/kernel/jobs'
import { PROCESS_NOTIFICATION } from './jobs'
import { turnsAgain } from './turns'

const LEFT_ALONE = 5 * MINUTE
export const AT_ONCE = 500

/**
 * Starts jobs for notifications that are not processed and have none, the oldest first, `AT_ONCE` at most: of those that came
 * within `back` milliseconds, or of all. As the platform role. Answers how many.
 */
export async function startAgain(tx: Tx, back: number | null): Promise<number> {
  // Two that looked at the same time would start each of them twice.
  await oneAtATime(tx, 'notifications')
  const forgotten = await tx.$queryRaw<{ id: string; of: string; turn: number }[]>`
    select n.id, n."turnOf" as of, ${turnsAgain} as turn from "InboundNotification" n
     where n."processedAt" is null
       and (n."receivedAt" < now() - make_interval(secs => ${LEFT_ALONE / 1000}) or n.problem is not null)
       and (${back}::float8 is null or n."receivedAt" > now() - make_interval(secs => ${back}::float8 / 1000))
       and not exists (select 1 from pgboss.job j where j.name = ${PROCESS_NOTIFICATION.name}
                          and j.data ->> 'id' = n.id::text and j.state in ('created', 'retry', 'active'))
     order by n."receivedAt" limit ${AT_ONCE}`
  for (const { id, ...place } of forgotten) await enqueue(tx, PROCESS_NOTIFICATION, { id }, place)
  return forgotten.length
}
