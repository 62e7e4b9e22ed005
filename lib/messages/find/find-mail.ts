import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { MINUTE } from '@/lib/kernel/clock'
import { operation } from '@/lib/kernel/operation'
import { takeRate } from '@/lib/kernel/rate'
import { lineInput } from '../read/input'
import { tracesOf } from './platform'
import { wantedMail } from './wanted-mail'
import { mailTrace } from './view'

// One person looking for one customer's mail needs a few of these.
const MOST_A_MINUTE = 20

export const findMail = operation({
  name: 'messages.find',
  summary:
    'Look for mail across organisations by its recipient, its sender or its Message-ID, for a reason that they can read.',
  permission: 'messages.find',
  effect: 'read',
  http: { method: 'POST', path: '/admin/mail/find' },
  input: z
    .object({
      reason: lineInput(500, 10),
      recipient: lineInput(320, 3).optional(),
      sender: lineInput(320, 3).optional(),
      messageId: lineInput(998, 3).optional(),
      days: z.number().int().min(1).max(90).default(30),
    })
    .refine(
      ({ recipient, sender, messageId }) =>
        [recipient, sender, messageId].filter((one) => one !== undefined).length === 1,
      'Name one of them: a recipient, a sender or a Message-ID.',
    ),
  output: z.object({
    items: z.array(mailTrace),
    /** there are more than these, the newest */
    more: z.boolean(),
  }),
  run: async (caller, asked) => {
    const { ok, reset } = await takeRate([
      { of: `find mail ${caller.userId}`, limit: MOST_A_MINUTE, per: MINUTE },
    ])
    if (!ok) throw new AppError('too_many_requests', { retryAfter: reset })
    return tracesOf(caller, wantedMail(asked), asked)
  },
})
