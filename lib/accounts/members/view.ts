import { z } from 'zod'

export const memberRole = z.enum(['owner', 'member'])

/** `id` is the person's. */
export const memberView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: memberRole,
  since: z.iso.datetime(),
})
export type MemberView = z.infer<typeof memberView>
