import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { MINUTE } from '@/lib/kernel/clock'
import { operation } from '@/lib/kernel/operation'
import { takeRate } from '@/lib/kernel/rate'
import { lineInput } from '../read/input'
import { addressIn } from './pasted'
import { tracesOf } from './platform'
import { wantedMail } from './wanted-mail'
import { mailTrace } from './view'

// One person looking for one customer's mail needs a few of these.
const MOST_A_MINUTE = 20

// With a name, as it is pasted.
const addressInput = lineInput(500, 3).refine(
  (pasted) => addressIn(pasted) !== null,
  'This is no e-mail address. Give all of it, such as desk@example.com.',
)

export const findMail = operation({
  name: 'messages.find',
  summary:
    'Look for mail across organisations by its recipient, its sender or both, or by its Message-ID, for a reason that they can read.',
  permission: 'messages.find',
  effect: 'read',
  http: { method: 'POST', path: '/admin/mail/find' },
  input: z
    .object({
      reason: lineInput(500, 10),
      recipient: addressInput.optional(),
      /** alone, or of what came to the recipient */
      sender: addressInput.optional(),
      messageId: lineInput(1100, 3).optional(),
      days: z.number().int().min(1).max(90).default(30),
      before: z.iso.datetime().optional().describe('only what is older: `older` of the page before'),
    })
    .refine(
      ({ recipient, sender, messageId }) =>
        (messageId === undefined) !== (recipient === undefined && sender === undefined),
      'Name a recipient, a sender or both, or else a Message-ID.',
    ),
  output: z.object({
    items: z.array(mailTrace),
    /** these are the newest: `before` this there are older ones */
    older: z.iso.datetime().nullable(),
  }),
  run: async (caller, asked) => {
    const { ok, reset } = await takeRate([
      { of: `find mail ${caller.userId}`, limit: MOST_A_MINUTE, per: MINUTE },
    ])
    if (!ok) throw new AppError('too_many_requests', { retryAfter: reset })
    return tracesOf(caller, wantedMail(asked), asked)
  },
})
