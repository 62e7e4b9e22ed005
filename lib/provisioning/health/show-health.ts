import { z } from 'zod'
import { domainsInTrouble } from '@/lib/domains/platform'
import { operation } from '@/lib/kernel/operation'
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
    const [health, domains] = await Promise.all([readHealth(), domainsInTrouble()])
    const { database, attempts, trail, queues, mails, counters } = health
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
      counters,
      domains: domains.length,
    }
  },
})
