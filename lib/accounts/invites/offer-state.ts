import type { OfferView } from './view'

interface Row {
  acceptedAt: Date | null
  revokedAt: Date | null
  expiresAt: Date
}

/** What became of an invitation. */
export function offerState(row: Row, now: Date): OfferView['state'] {
  if (row.acceptedAt) return 'accepted'
  if (row.revokedAt) return 'revoked'
  return row.expiresAt <= now ? 'expired' : 'open'
}

const ranks = { member: 0, owner: 1, support: 0, admin: 1 } as const

/** Accepting never lowers: who is an owner stays one. */
export const higherOf = <R extends keyof typeof ranks>(held: R | null, offered: R): R =>
  held !== null && ranks[held] > ranks[offered] ? held : offered
