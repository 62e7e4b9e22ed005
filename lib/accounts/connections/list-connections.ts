import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { connectionsOf } from './platform'
import { connectionView } from './view'
import type { Provider } from './words'

export const listConnections = operation({
  name: 'people.connections',
  summary: 'List the sign-ins of other providers that you connected.',
  permission: 'people.self',
  effect: 'read',
  http: { method: 'GET', path: '/me/connections' },
  input: z.object({}),
  output: z.object({ items: z.array(connectionView) }),
  run: async (caller) => {
    const rows = await connectionsOf(caller.userId)
    return {
      items: rows.map(({ provider, createdAt }) => ({
        provider: provider as Provider,
        connectedAt: createdAt.toISOString(),
      })),
    }
  },
})
