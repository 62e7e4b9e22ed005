import { cut, lineOfBytes } from '@/lib/gateways/mime'
import { authResults, type Verdicts } from '../view'

type Result = (typeof authResults)[number]
type Check = keyof Verdicts

const LONGEST = 400

const unreadable = (who: string) => `What ${who} publishes about it cannot be understood.`
const unasked = 'Whoever knows could not be asked in time.'
const words: Record<Check, Partial<Record<Result, (who: string) => string>>> = {
  spf: {
    pass: (who) => `${who} lets this server send its mail.`,
    fail: (who) => `${who} does not let this server send its mail.`,
    softfail: (who) => `${who} doubts that this server sends its mail.`,
    neutral: (who) => `${who} does not say whether this server sends its mail.`,
    none: (who) => `${who} does not say which servers send its mail.`,
  },
  dkim: {
    pass: (who) => `Signed by ${who}, and unchanged since.`,
    fail: (who) =>
      `The signature of ${who} does not fit: it was changed on its way, or signed by somebody else.`,
    neutral: (who) => `The signature of ${who} could not be used.`,
    policy: (who) => `The signature of ${who} is too weak to be believed.`,
    none: () => 'It is not signed.',
  },
  dmarc: {
    pass: (who) => `${who} vouches for the sender.`,
    fail: (who) => `${who} does not vouch for the sender.`,
    none: (who) => `${who} does not say how to tell its mail.`,
  },
}

/** A finding in words (RFC 8601 2.7). A result that is not of its list is told as not known. */
export function verdict(check: Check, found: string, domain: string | null): Verdicts[Check] {
  const result = authResults.find((name) => name === found) ?? 'unknown'
  const name = nameOf(domain)
  const who = name ?? 'The sender’s domain'
  const says =
    words[check][result]?.(who) ??
    (result === 'permerror' ? unreadable(who) : result === 'temperror' ? unasked : 'Nobody checked it.')
  return { result, domain: name, says: cut(says, LONGEST) }
}

const illWritten = {
  result: 'permerror',
  domain: null,
  says: 'Its head is written so that nobody can check it.',
} as const

/** Of a head that would take too long to check, which honest mail has not (RFC 8601 2.7.1: nor would it help to try again). */
export const uncheckable: Verdicts = { spf: illWritten, dkim: illWritten, dmarc: illWritten }

/** A domain as somebody wrote it, which may be anything: as much as one may have (RFC 1035 2.3.4), in one line. */
export const nameOf = (domain: string | null): string | null => lineOfBytes(domain ?? '', 253) || null

/** A signature that fits and covers only the beginning: what stands behind it is not known to be the signer's. */
export const signedInPart = (domain: string): Verdicts['dkim'] => ({
  ...verdict('dkim', 'policy', domain),
  says: `${nameOf(domain) ?? 'The sender’s domain'} signed only the beginning of it: the rest may be anybody’s.`,
})
