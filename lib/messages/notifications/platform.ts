import { UNDER_WAY } from '@/lib/gateways/ses/notifications'
import { DAY, MINUTE } from '@/lib/kernel/clock'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { CONFIRMED } from './confirmed'
import { PROCESS_NOTIFICATION } from './jobs'

// What the mail network tells belongs to no tenant before its recipients were looked up.

/** What the hook found genuine. */
export interface Notification {
  externalId: string
  topic: string
  body: string
}

/** Durable, together with the job that processes it, when this resolves. What came before is kept once; answers whether it is new. */
export function keepNotification({ externalId, topic, body }: Notification): Promise<boolean> {
  return asPlatform(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      insert into "InboundNotification" ("externalId", topic, body) values (${externalId}, ${topic}, ${body})
      on conflict ("externalId") do nothing returning id`
    if (made) await enqueue(tx, PROCESS_NOTIFICATION, { id: made.id })
    return made !== undefined
  })
}

/** Null when it was processed already. */
export const findNotification = (id: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.findFirst({ where: { id, processedAt: null }, select: { body: true } }),
  )

export const settleNotification = (id: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.updateMany({
      where: { id, processedAt: null },
      data: { processedAt: new Date(), body: '', problem: null },
    }),
  )

// A sentence of somebody else's library, for an administrator to read.
const LONGEST_PROBLEM = 1_000

export const noteProblem = (id: string, problem: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.updateMany({
      where: { id, processedAt: null },
      data: { problem: problem.slice(0, LONGEST_PROBLEM) },
    }),
  )

const LEFT_ALONE = 5 * MINUTE
// After that somebody has to look why: the row keeps its body, and the health page shows it.
const TRIED_FOR = 3 * DAY
const AT_ONCE = 500

/** Starts jobs for notifications that have none: a queue that was emptied loses no mail. Answers how many. */
export const sweepNotifications = () =>
  asPlatform(async (tx) => {
    const forgotten = await tx.$queryRaw<{ id: string }[]>`
      select n.id from "InboundNotification" n
       where n."processedAt" is null
         and n."receivedAt" between now() - make_interval(secs => ${TRIED_FOR / 1000}) and now() - make_interval(secs => ${LEFT_ALONE / 1000})
         and not exists (select 1 from pgboss.job j where j.name = ${PROCESS_NOTIFICATION.name}
                            and j.data ->> 'id' = n.id::text and j.state in ('created', 'retry', 'active'))
       order by n."receivedAt" limit ${AT_ONCE}`
    for (const { id } of forgotten) await enqueue(tx, PROCESS_NOTIFICATION, { id })
    return forgotten.length
  })

const DROPPED_AT_ONCE = 10_000

/** Lets go of what was processed, once it cannot come again. */
export async function tidyNotifications(): Promise<void> {
  const kept = UNDER_WAY
  const drop = () =>
    asPlatform(
      (tx) => tx.$executeRaw`
        delete from "InboundNotification" where id in (
          select id from "InboundNotification"
           where "processedAt" is not null and "receivedAt" < now() - make_interval(secs => ${kept / 1000})
             and "externalId" not like ${`${CONFIRMED}%`} limit ${DROPPED_AT_ONCE})`,
    )
  while ((await drop()) === DROPPED_AT_ONCE);
  await asPlatform(
    (tx) => tx.$executeRaw`
      delete from "NotificationRefusal" where "lastAt" < now() - make_interval(secs => ${kept / 1000})`,
  )
}

/** The topic was told that its notifications are wanted. One row a topic says since when. */
export const noteConfirmed = (topic: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.upsert({
      where: { externalId: CONFIRMED + topic },
      create: { externalId: CONFIRMED + topic, topic, body: '', processedAt: new Date() },
      update: {},
    }),
  )

/** Somebody ended the subscription: nothing comes until it is made again. */
export const noteUnsubscribed = (topic: string) =>
  asPlatform((tx) => tx.inboundNotification.deleteMany({ where: { externalId: CONFIRMED + topic } }))

/** Counts what was turned away; the health page shows it. */
export const noteRefused = (reason: string) =>
  asPlatform(
    (tx) => tx.$executeRaw`
      insert into "NotificationRefusal" as r (day, reason) values (to_char(now() at time zone 'utc', 'YYYY-MM-DD'), ${reason})
      on conflict (day, reason) do update set count = r.count + 1, "lastAt" = now()`,
  )
