import { z } from 'zod'
import { domainsInTrouble } from '@/lib/domains/platform'
import { operation } from '@/lib/kernel/operation'
import { notificationHealth } from '@/lib/messages/notifications/health/platform'
import { heldHealth } from '@/lib/messages/receive/health/platform'
import { readHealth } from './platform'
import { healthView } from './view'

export const showHealth = operation({
  name: 'health.show',
  summary:
    'Show how the installation is: attempts across organisations, the trail, queues, mail and domains.',
  permission: 'health.read',
  effect: 'read',
  http: { method: 'GET', path: '/admin/health' },
  input: z.object({}),
  output: healthView,
  run: async () => {
    const [health, domains, network, kept] = await Promise.all([
      readHealth(),
      domainsInTrouble(),
      notificationHealth(),
      heldHealth(),
    ])
    const { database, attempts, trail, queues, mails, incoming, counters } = health
    return {
      database: { ...database, time: database.time.toISOString() },
      attempts: {
        count: attempts.count,
        newest: attempts.newest.map((attempt) => ({ ...attempt, at: attempt.at.toISOString() })),
      },
      trail: { ...trail, oldestUnsealedAt: trail.oldestUnsealedAt?.toISOString() ?? null },
      queues: queues.map(({ oldest, ...queue }) => ({
        ...queue,
        oldestWaitingAt: oldest?.toISOString() ?? null,
      })),
      mails,
      incoming: { ...incoming, oldestRemovalAt: incoming.oldestRemovalAt?.toISOString() ?? null },
      network: {
        ...network,
        failingSince: network.failingSince?.toISOString() ?? null,
        topics: network.topics.map(({ topic, confirmedAt, lastAt }) => ({
          topic,
          confirmedAt: confirmedAt?.toISOString() ?? null,
          lastAt: lastAt?.toISOString() ?? null,
        })),
      },
      kept,
      counters,
      domains: domains.length,
    }
  },
})
