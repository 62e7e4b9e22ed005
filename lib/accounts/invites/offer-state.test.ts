import { expect, it } from 'vitest'
import { higherOf, offerState } from './offer-state'

const now = new Date('2026-11-21T10:00:00Z')
const before = new Date('2026-11-21T09:00:00Z')
const later = new Date('2026-11-21T11:00:00Z')

it.each([
  [{ acceptedAt: null, revokedAt: null, expiresAt: later }, 'open'],
  [{ acceptedAt: null, revokedAt: null, expiresAt: now }, 'expired'],
  [{ acceptedAt: null, revokedAt: null, expiresAt: before }, 'expired'],
  [{ acceptedAt: before, revokedAt: null, expiresAt: later }, 'accepted'],
  [{ acceptedAt: before, revokedAt: null, expiresAt: before }, 'accepted'],
  [{ acceptedAt: null, revokedAt: before, expiresAt: later }, 'revoked'],
  [{ acceptedAt: null, revokedAt: before, expiresAt: before }, 'revoked'],
])('%j is %s', (row, state) => expect(offerState(row, now)).toBe(state))

it.each([
  [null, 'member', 'member'],
  [null, 'owner', 'owner'],
  ['member', 'owner', 'owner'],
  ['owner', 'member', 'owner'],
  ['owner', 'owner', 'owner'],
  [null, 'support', 'support'],
  ['support', 'admin', 'admin'],
  ['admin', 'support', 'admin'],
] as const)('%s who accepts %s is %s', (held, offered, is) => expect(higherOf(held, offered)).toBe(is))
