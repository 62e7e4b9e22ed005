import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { retryFailed } from './platform'

export const retryNotifications = operation({
  name: 'notifications.retry',
  summary: 'Try again to take in incoming mail whose notifications could not be processed.',
  permission: 'messages.oversee',
  effect: 'write',
  http: { method: 'POST', path: '/admin/notifications/retry' },
  input: z.object({}),
  output: z.object({
    /** how many were started again; those that are being tried anyway are left to it */
    started: z.number().int(),
    /** as many as are started at one time: there may be others */
    more: z.boolean(),
  }),
  run: (caller) => retryFailed(caller),
})
