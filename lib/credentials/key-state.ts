import type { KeyState } from './view'

interface Ends {
  expiresAt: Date | null
}

/** Valid before its end, no longer at it. */
export const isValid = ({ expiresAt }: Ends, now: Date): boolean => expiresAt === null || expiresAt > now

export function keyState(key: Ends & { revokedAt: Date | null }, now: Date): KeyState {
  if (key.revokedAt) return 'revoked'
  return isValid(key, now) ? 'live' : 'expired'
}

/** Two secrets at most may open a key: during a rotation that leaves the older one some time, there is no other. */
export const mayRotate = (valid: number, overlap: number): boolean => overlap === 0 || valid < 2

/** When a secret ends that a newer one follows: an end that was nearer already stays. */
export const endOfOld = ({ expiresAt }: Ends, now: Date, overlap: number): Date => {
  const end = new Date(now.getTime() + overlap)
  return expiresAt && expiresAt < end ? expiresAt : end
}
