import { MINUTE, SECOND } from '@/lib/kernel/clock'
import { PATIENCE } from '@/lib/messages/authenticate/authenticate'
import { limitFields } from '@/lib/usage/fields'

/** what those who are under way have to finish when the door closes */
export const CLOSING = 5 * SECOND

/** What one connection may take. Times are milliseconds. */
export const BOUNDS = {
  /** Larger than any limit of a tenant, and announced (RFC 1870). */
  mostBytes: limitFields.messageBytes.most,
  // RFC 5321 4.5.3.1.8: at least a hundred.
  mostRecipients: 100,
  // Organisations, and unknown tags: each gets an object of its own before anybody has decided, again with each retry: of
  // 40 MB, that is 800 MB. Whoever sends comes with the rest in another transaction (RFC 5321 4.5.3.1.10).
  mostTakers: 20,
  /** of addresses that nobody has, before a connection is taken for somebody who tries names */
  mostMisses: 20,
  /** silence */
  mostSilence: 30 * SECOND,
  /** a whole message, however it trickles */
  mostTime: 10 * MINUTE,
  /** without bringing a message, whatever else is said */
  mostIdle: 5 * MINUTE,
  /** in all; a message that has begun may end */
  mostStay: 30 * MINUTE,
  /** for what DNS says of a message */
  patience: PATIENCE,
  /** messages that wait for DNS at one time, a quarter of them from one network */
  mostAsking: 64,
  /** between two looks at whether the certificate was renewed */
  lookEvery: MINUTE,
}
export type Bounds = typeof BOUNDS
