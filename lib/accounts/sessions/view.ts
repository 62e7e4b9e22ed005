import { z } from 'zod'

/** One place where a person is signed in. */
export const sessionView = z.object({
  id: z.uuid(),
  kind: z.enum(['web', 'cli']),
  /** what to know it by, such as "Firefox on Windows" */
  device: z.string(),
  /** the network address it was opened from */
  address: z.string().nullable(),
  /** the one that asks */
  isCurrent: z.boolean(),
  lastSeenAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type SessionView = z.infer<typeof sessionView>
