import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { endSessionsOf } from './platform'

export const endAllSessions = operation({
  name: 'sessions.end_all',
  summary: 'Sign out everywhere, here as well.',
  permission: 'sessions.self',
  effect: 'write',
  http: { method: 'DELETE', path: '/me/sessions' },
  danger:
    'Every browser and command line that you are signed in with is signed out at once, this one as well.',
  input: z.object({}),
  output: z.object({ ended: z.number().int() }),
  run: async (caller) => ({ ended: await endSessionsOf(caller) }),
})
