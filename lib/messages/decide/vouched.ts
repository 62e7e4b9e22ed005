import { getDomain } from 'tldts'
import type { Verdicts } from '../view'
import { domainOf, foldDomain } from './fold'
import type { MailFacts } from './types'

/** The domain that somebody registered: what DMARC's relaxed alignment compares (RFC 7489 3.1.1). */
export const registered = (domain: string): string =>
  getDomain(foldDomain(domain), { allowPrivateDomains: true }) ?? foldDomain(domain)

export const isAligned = (a: string, b: string): boolean =>
  a !== '' && b !== '' && registered(a) === registered(b)

/** Whether the sender that people see is who it says: by DMARC, or by DKIM or SPF for the same domain. */
export function isVouched({ from, verdicts }: Pick<MailFacts, 'from' | 'verdicts'>): boolean {
  const [sender, another] = from
  // Of several mailboxes one verdict speaks for one at most.
  return sender !== undefined && another === undefined && vouchesFor(domainOf(sender.address), verdicts)
}

/** Whether one of these speaks for the domain of a sender. */
export function vouchesFor(domain: string, { dmarc, dkim, spf }: Verdicts): boolean {
  if (domain === '') return false
  if (dmarc.result === 'pass') return dmarc.domain === null || isAligned(dmarc.domain, domain)
  return [dkim, spf].some(
    (verdict) => verdict.result === 'pass' && verdict.domain !== null && isAligned(verdict.domain, domain),
  )
}
