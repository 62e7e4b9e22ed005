import type { ParsedMessage } from '@/lib/gateways/mime'
import { isAligned } from '../decide/vouched'
import type { Verdicts } from '../view'
import { signedInPart } from './words'

/**
 * Verdicts of the mail network, less what a signature over a part of the body may have brought about (RFC 6376 8.2): it
 * passes such a one, and does not say which of several it passed. DMARC then stands on SPF alone. Where not all of the
 * head could be read, each signature may be one.
 */
export function lessInPart(
  verdicts: Verdicts,
  { headers, headTruncated }: Pick<ParsedMessage, 'headers' | 'headTruncated'>,
): Verdicts {
  const inPart = headers
    .filter(({ name, value }) => name === 'dkim-signature' && tag(value, 'l') !== undefined)
    .map(({ value }) => tag(value, 'd') ?? '')
  if (inPart.length === 0 && !headTruncated) return verdicts
  const mayBe = (domain: string | null) =>
    headTruncated || domain === null || inPart.some((one) => isAligned(one, domain))
  const { spf, dkim, dmarc } = verdicts
  return {
    spf,
    dkim:
      dkim.result === 'pass' && mayBe(dkim.domain)
        ? signedInPart(dkim.domain ?? 'The sender’s domain')
        : dkim,
    dmarc: dmarc.result === 'pass' && mayBe(dmarc.domain) && !carries(spf, dmarc) ? doubted(dmarc) : dmarc,
  }
}

const carries = (spf: Verdicts['spf'], { domain }: Verdicts['dmarc']): boolean =>
  spf.result === 'pass' && spf.domain !== null && domain !== null && isAligned(spf.domain, domain)

const doubted = ({ domain }: Verdicts['dmarc']): Verdicts['dmarc'] => ({
  ...{ result: 'fail', domain },
  says: `${domain ?? 'The sender’s domain'} may have signed only the beginning of it, and nothing else vouches for the sender.`,
})

/** RFC 6376 3.2 */
const tag = (signature: string, name: string): string | undefined =>
  signature
    .split(';')
    .map((part) => part.split('='))
    .find(([key]) => key?.trim() === name)?.[1]
    ?.trim()
    .toLowerCase()
