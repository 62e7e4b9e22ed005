import { MINUTE, SECOND } from '@/lib/kernel/clock'
import { limitFields } from '@/lib/usage/fields'

/** Larger than any limit of a tenant, and announced (RFC 1870). */
export const MOST_BYTES = limitFields.messageBytes.most
// RFC 5321 4.5.3.1.8: at least a hundred.
export const MOST_RECIPIENTS = 100
/** silence on a connection */
export const PATIENCE = 30 * SECOND
/** a whole message, however it trickles */
export const MOST_TIME = 10 * MINUTE
/** of addresses that nobody has, before a connection is taken for somebody who tries names */
export const MOST_MISSES = 20
/** what those who are under way have to finish when the door closes */
export const CLOSING = 5 * SECOND
