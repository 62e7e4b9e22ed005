import { z } from 'zod'
import { isOneLine } from '@/lib/kernel/one-line'

/** An id as it comes from outside: bounded, looked up as the caller; anything else is simply not found. */
export const idInput = z.object({ id: z.string().max(64) })

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => text !== '', 'Write something here.')
    .refine(isOneLine, 'This is one line of text.')

export const inboxNameInput = line(80).describe('what people call it')
export const reasonInput = line(500).describe('why; its people read it')
export const localPartInput = z.string().max(320).describe('what stands before the @, such as sales')
export const domainInput = z
  .string()
  .max(2_000)
  .describe('name of one of your domains; without it, the trial domain, which works at once')
export const agentSessionInput = line(100).describe(
  'what the agent calls its session; stands in the activity',
)
export const grantNameInput = line(80).describe('what uses it')
export const clientIdInput = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, 'Printable ASCII without spaces.')
  .describe('your own id for it: the same request again answers the same inbox')
