import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { endSessionsOf } from './platform'

export const endSession = operation({
  name: 'sessions.end',
  summary: 'Sign out of one place where you are signed in.',
  permission: 'sessions.self',
  effect: 'write',
  http: { method: 'DELETE', path: '/me/sessions/{id}' },
  danger: 'Whoever uses that browser or command line is signed out at once.',
  input: z.object({ id: z.string().max(64) }),
  output: z.object({ id: z.uuid() }),
  run: async (caller, { id }) => {
    await endSessionsOf(caller, id)
    return { id }
  },
})
