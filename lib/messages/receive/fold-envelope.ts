import { lineOfBytes } from '@/lib/gateways/mime'

// RFC 5321 4.5.3.1 leaves less. It is looked up by an index, which takes 2,700 bytes of a row.
const LONGEST = 320

/** An address of the envelope as it is compared, kept and looked up: a stranger's text, which may be of any length. */
export const foldEnvelope = (address: string): string => lineOfBytes(address.toLowerCase(), LONGEST)
