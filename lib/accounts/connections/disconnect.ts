import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { disconnectFrom } from './platform'
import { PROVIDERS } from './words'

export const disconnect = operation({
  name: 'people.disconnect',
  summary: 'Take away a connected sign-in of another provider.',
  permission: 'people.self',
  effect: 'write',
  http: { method: 'DELETE', path: '/me/connections/{provider}' },
  danger: 'That account does not sign you in any more; a link by e-mail still does.',
  input: z.object({ provider: z.enum(PROVIDERS) }),
  output: z.object({ provider: z.enum(PROVIDERS) }),
  run: async (caller, { provider }) => {
    await disconnectFrom(caller, provider)
    return { provider }
  },
})
