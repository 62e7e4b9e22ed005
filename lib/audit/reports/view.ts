import { z } from 'zod'

/**
 * What an organisation consisted of at a time. Inboxes are left out until the product has them: an empty list would
 * claim that there were none.
 */
export const reportView = z.object({
  /** the time it tells of; what happens at that very time is in it */
  at: z.iso.datetime(),
  /** when it was made */
  madeAt: z.iso.datetime(),
  tenant: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
  /** with everything it prescribed then */
  workspace: z.object({
    id: z.uuid(),
    name: z.string().nullable(),
    environment: z.string().nullable(),
    policy: z.record(z.string(), z.unknown()),
  }),
  accounts: z.array(
    z.object({
      userId: z.uuid(),
      /** the address of today; null when the person is gone */
      email: z.string().nullable(),
      role: z.string(),
    }),
  ),
  domains: z.array(z.object({ id: z.uuid(), name: z.string(), state: z.string(), receiving: z.string() })),
})
export type ReportView = z.infer<typeof reportView>
