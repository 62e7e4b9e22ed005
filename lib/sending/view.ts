import { z } from 'zod'

/** A message we handed over, as its sender may see it. */
export const sendView = z.object({
  id: z.uuid(),
  domainId: z.uuid().nullable(),
  domainName: z.string(),
  recipient: z.string(),
  subject: z.string(),
  from: z.string(),
  replyTo: z.string().nullable(),
  identity: z.enum(['own', 'own_dkim_only', 'own_spf_only', 'shared', 'blocked']),
  /** a sentence: why it left the way it left */
  reason: z.string(),
  state: z.enum(['claimed', 'accepted', 'unconfirmed', 'refused']),
  createdAt: z.iso.datetime(),
})
export type SendView = z.infer<typeof sendView>
