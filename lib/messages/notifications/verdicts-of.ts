import type { Finding, ReceivedMail } from '@/lib/gateways/ses/notifications'
import { nameOf } from '../authenticate/words'
import type { MailFacts } from '../decide/types'
import type { Verdicts } from '../view'

type Told = Pick<ReceivedMail, 'findings' | 'domains' | 'dmarcPolicy' | 'envelopeFrom'>

/** What the mail network found, in our words. */
export function verdictsOf({ findings, domains, dmarcPolicy, envelopeFrom }: Told): Verdicts {
  const sender = nameOf(envelopeFrom.slice(envelopeFrom.lastIndexOf('@') + 1).toLowerCase())
  const [signer, author] = [nameOf(domains.dkim), nameOf(domains.dmarc)]
  const from = author ?? 'The sender’s domain'
  return {
    spf: verdict(findings.spf, sender, {
      pass: `${sender ?? 'The sender’s server'} allows the server that this came from.`,
      fail: `${sender ?? 'The sender’s server'} does not allow the server that this came from.`,
      gray: `${sender ?? 'The sender’s server'} does not say which servers may send for it.`,
    }),
    dkim: verdict(findings.dkim, signer, {
      pass: `Signed by ${signer ?? 'its domain'}, and unchanged since.`,
      fail: 'The signature does not match: it was changed on its way, or signed by somebody else.',
      gray: 'It carries no signature.',
    }),
    dmarc: verdict(findings.dmarc, author, {
      pass: `${from} vouches for the From address.`,
      fail: `${from} does not vouch for the From address, ${wish(dmarcPolicy)}.`,
      gray: `${from} does not say what to do with mail it does not vouch for.`,
    }),
  }
}

type Sentences = Record<'pass' | 'fail' | 'gray', string>

const RESULTS = { pass: 'pass', fail: 'fail', gray: 'none', unknown: 'unknown' } as const

const verdict = (finding: Finding, domain: string | null, says: Sentences) => ({
  result: RESULTS[finding],
  domain,
  says: finding === 'unknown' ? 'It could not be checked when the message came in.' : says[finding],
})

function wish(policy: string | null): string {
  if (policy?.toLowerCase() === 'reject') return 'and asks for such mail to be refused'
  if (policy?.toLowerCase() === 'quarantine') return 'and asks for such mail to be kept apart'
  return 'and asks for nothing to be done about it'
}

export const networkOf = ({ findings }: Pick<Told, 'findings'>): MailFacts['network'] => ({
  spam: findings.spam,
  virus: findings.virus,
})
