import { z } from 'zod'

export const staffRole = z.enum(['support', 'admin'])
export type StaffRole = z.infer<typeof staffRole>

/** `id` is the person's. */
export const staffView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: staffRole,
  since: z.iso.datetime(),
})
export type StaffView = z.infer<typeof staffView>
