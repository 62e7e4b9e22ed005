import { z } from 'zod'

/** The person signed in, and where they may go. */
export const personView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  platformRole: z.enum(['support', 'admin']).nullable(),
  tenants: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(['owner', 'member']) })),
})
export type PersonView = z.infer<typeof personView>
