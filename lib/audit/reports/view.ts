import { z } from 'zod'

/** What an organisation consisted of at a time. */
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
  /** those that were open, suspended or not */
  inboxes: z.array(
    z.object({
      id: z.uuid(),
      address: z.string(),
      kind: z.string(),
      suspended: z.boolean(),
      protocolAccess: z.boolean(),
    }),
  ),
  /** standing permissions to act on one of them; tokens last an hour at most and are in the activity */
  grants: z.array(z.object({ id: z.uuid(), inboxId: z.uuid(), name: z.string(), suspended: z.boolean() })),
})
export type ReportView = z.infer<typeof reportView>
