import { DAY } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { asPlatform } from '@/lib/kernel/platform'
import { CONFIRMED } from '../confirmed'

// Of the whole installation: no tenant has a part in how the mail network reaches it.

const LOOKED_BACK = 7 * DAY

/** Whether the mail network tells us of mail, when it last did, and what was turned away or could not be taken in. */
export function notificationHealth() {
  const topics = env().INBOUND_TOPICS
  return asPlatform(async (tx) => {
    // The newest of each out of the index: grouped, all that is kept would be read.
    const heard = await tx.$queryRaw<{ topic: string; lastAt: Date | null }[]>`
      select t.topic, (select n."receivedAt" from "InboundNotification" n
                        where n.topic = t.topic and n."externalId" not like ${`${CONFIRMED}%`}
                        order by n."receivedAt" desc limit 1) as "lastAt"
        from unnest(${topics}::text[]) t(topic)`
    const confirmed = await tx.inboundNotification.findMany({
      where: { externalId: { in: topics.map((topic) => CONFIRMED + topic) } },
      select: { topic: true, receivedAt: true },
    })
    const failed = { processedAt: null, problem: { not: null } }
    const newest = await tx.inboundNotification.findFirst({
      where: failed,
      orderBy: { receivedAt: 'desc' },
      select: { problem: true },
    })
    const failing = await tx.inboundNotification.aggregate({
      where: failed,
      _count: true,
      _min: { receivedAt: true },
    })
    const since = new Date(Date.now() - LOOKED_BACK)
    const refused = await tx.notificationRefusal.aggregate({
      where: { lastAt: { gte: since } },
      _sum: { count: true },
    })
    return {
      topics: topics.map((topic) => ({
        topic,
        confirmedAt: confirmed.find((one) => one.topic === topic)?.receivedAt ?? null,
        lastAt: heard.find((one) => one.topic === topic)?.lastAt ?? null,
      })),
      refused: refused._sum.count ?? 0,
      failing: failing._count,
      failingSince: failing._min.receivedAt,
      problem: newest?.problem ?? null,
    }
  })
}
