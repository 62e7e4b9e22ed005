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
    const heard = await tx.inboundNotification.groupBy({
      by: ['topic'],
      where: { topic: { in: topics }, externalId: { not: { startsWith: CONFIRMED } } },
      _max: { receivedAt: true },
    })
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
    const since = new Date(Date.now() - LOOKED_BACK)
    const refused = await tx.notificationRefusal.aggregate({
      where: { lastAt: { gte: since } },
      _sum: { count: true },
    })
    return {
      topics: topics.map((topic) => ({
        topic,
        confirmedAt: confirmed.find((one) => one.topic === topic)?.receivedAt ?? null,
        lastAt: heard.find((one) => one.topic === topic)?._max.receivedAt ?? null,
      })),
      refused: refused._sum.count ?? 0,
      failing: await tx.inboundNotification.count({ where: failed }),
      problem: newest?.problem ?? null,
    }
  })
}
