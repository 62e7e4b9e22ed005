import { hashSecret, randomToken } from '@/lib/kernel/ids'

/** The start tells secret scanners and people what it is: `lhk_` opens one tenant, `lhp_` the platform. */
const prefix = (isPlatform: boolean) => (isPlatform ? 'lhp_' : 'lhk_')

// The prefix and 24 of 256 random bits: enough to know it by, nothing to guess the rest from.
const HINT = 8

/** A new secret: `secret` is for its owner, the rest is what may be kept. */
export function newSecret(isPlatform: boolean) {
  const secret = prefix(isPlatform) + randomToken()
  return { secret, kept: { hash: hashSecret(secret), hint: secret.slice(0, HINT) } }
}
