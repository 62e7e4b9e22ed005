import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { UNDER_WAY } from '@/lib/gateways/ses/notifications'
import { DAY } from '@/lib/kernel/clock'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { foldEnvelope } from '../receive/fold-envelope'
import { CONFIRMED } from './confirmed'
import { PROCESS_NOTIFICATION } from './jobs'
import { AT_ONCE, startAgain } from './start-again'
import { turnFor, turnOf } from './turns'

// What the mail network tells belongs to no tenant before its recipients were looked up.

/** What the hook found genuine. */
export interface Notification {
  externalId: string
  topic: string
  body: string
}

/** Durable, together with the job that processes it, when this resolves. What came before is kept once; answers whether it is new. */
export async function keepNotification({ externalId, topic, body }: Notification): Promise<boolean> {
  const of = await turnOf(body)
  return asPlatform(async (tx) => {
    const [made] = await tx.$queryRaw<{ id: string; turn: number }[]>`
      insert into "InboundNotification" ("externalId", topic, body, "turnOf", turn)
      values (${externalId}, ${topic}, ${body}, ${of}, ${turnFor(of)})
      on conflict ("externalId") do nothing returning id, turn`
    if (made) await enqueue(tx, PROCESS_NOTIFICATION, { id: made.id }, { of, turn: made.turn })
    return made !== undefined
  })
}

/** Null when it was processed already. */
export const findNotification = (id: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.findFirst({ where: { id, processedAt: null }, select: { body: true } }),
  )

/** From now on whoever else is told of this mail leaves its copy to this one, too. */
export const claimMail = (id: string, deliveryId: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.updateMany({
      where: { id, processedAt: null },
      data: { deliveryId, recipients: [] },
    }),
  )

/**
 * @param mail what it told of, if anything: another notification may tell of it, too. Without recipients when it was not
 * kept for one of them
 */
export const settleNotification = (id: string, mail: { deliveryId: string; recipients: string[] } | null) =>
  asPlatform((tx) =>
    tx.inboundNotification.updateMany({
      where: { id, processedAt: null },
      data: {
        ...{ processedAt: new Date(), body: '', problem: null },
        ...(mail && { deliveryId: mail.deliveryId, recipients: mail.recipients.map(foldEnvelope) }),
      },
    }),
  )

/** For whom a message was taken in by notifications before: none, as long as it is under way. */
export async function takenInFor(deliveryId: string): Promise<string[]> {
  const rows = await asPlatform((tx) =>
    tx.inboundNotification.findMany({ where: { deliveryId }, select: { recipients: true } }),
  )
  return [...new Set(rows.flatMap(({ recipients }) => recipients))]
}

/**
 * Whether a message was not kept for somebody, who was told that the mail network has a copy, or may turn out not to be: the
 * last of its notifications to be settled sees what became of all.
 */
export const isCopyNeeded = async (deliveryId: string): Promise<boolean> =>
  (await asPlatform((tx) =>
    tx.inboundNotification.count({ where: { deliveryId, recipients: { isEmpty: true } } }),
  )) > 0

/** Where a message lies that was stored for one of these inboxes, or kept for nobody. Null when it is gone from all of them. */
export function storedAt(
  deliveryId: string,
  places: { tenantId: string; inboxId: string }[],
): Promise<string | null> {
  return asPlatform(async (tx) => {
    const message = await tx.message.findFirst({
      where: { OR: places.map((place) => ({ ...place, deliveryId })) },
      select: { raw: { select: { key: true } } },
    })
    const stray = message ?? (await tx.strayMail.findFirst({ where: { deliveryId }, select: { key: true } }))
    return stray && ('raw' in stray ? stray.raw.key : stray.key)
  })
}

// A sentence of somebody else's library, for an administrator to read.
const LONGEST_PROBLEM = 1_000

export const noteProblem = (id: string, problem: string) =>
  asPlatform((tx) =>
    tx.inboundNotification.updateMany({
      where: { id, processedAt: null },
      data: { problem: problem.slice(0, LONGEST_PROBLEM) },
    }),
  )

// After that somebody has to look why: the row keeps its body, and the health page shows it.
const TRIED_FOR = 3 * DAY

/** Starts jobs for notifications that have none: a queue that was emptied loses no mail. Answers how many. */
export const sweepNotifications = () => asPlatform((tx) => startAgain(tx, TRIED_FOR))

/** The same by hand, however long ago they came: whoever looked why says that they are worth it. */
export async function retryFailed(actor: Actor): Promise<{ started: number; more: boolean }> {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const started = await startAgain(tx, null)
    const subject = { type: 'notification', id: null, label: 'notifications of incoming mail' }
    if (started > 0)
      await recordAct(tx, actor, {
        ...{ tenantId, action: 'notifications.retried', subject },
        after: { started },
      })
    return { started, more: started === AT_ONCE }
  })
}

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
