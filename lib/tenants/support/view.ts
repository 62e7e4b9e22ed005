import { z } from 'zod'

/** Staff's access to a tenant, as staff sees its own. */
export const accessView = z.object({
  id: z.uuid(),
  tenant: z.object({ slug: z.string(), name: z.string() }),
  reason: z.string(),
  openedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type AccessView = z.infer<typeof accessView>
