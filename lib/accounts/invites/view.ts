import { z } from 'zod'

export const inviteRole = z.enum(['owner', 'member', 'support', 'admin'])
export type InviteRole = z.infer<typeof inviteRole>

export const inviteView = z.object({
  id: z.uuid(),
  email: z.string(),
  role: inviteRole,
  invitedBy: z.string(),
  sentAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** too old to be accepted; it can be sent again */
  expired: z.boolean(),
})
export type InviteView = z.infer<typeof inviteView>

/** An invitation as whoever has its link may see it. */
export const offerView = z.object({
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  organisation: z.string(),
  environment: z.enum(['production', 'staging', 'development']),
  email: z.string(),
  role: inviteRole,
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  /** nobody of this address has been here before: a name is asked for */
  isNew: z.boolean(),
})
export type OfferView = z.infer<typeof offerView>
