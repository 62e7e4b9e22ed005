import { authenticate, type AuthenticateResult } from 'mailauth'
import type { Resolver } from 'node:dns/promises'
import type { Verdict } from '../../types'
import { domainOf } from './addresses'

export interface Delivered {
  raw: Buffer
  sourceIp: string
  envelopeFrom: string
  helo?: string
}

/** What a receiving host would find, by another library than the signer's, over real DNS queries. */
export async function judge(mail: Delivered, resolver: Resolver): Promise<Verdict> {
  const found = await authenticate(mail.raw, {
    ip: mail.sourceIp,
    helo: mail.helo ?? 'smtp-out.amazonses.com',
    sender: mail.envelopeFrom,
    mta: 'mx.receiver.world',
    trustReceived: false,
    disableArc: true,
    disableBimi: true,
    resolver: (name, type) => resolver.resolve(name, type) as Promise<string[][] | string[]>,
  })
  return toVerdict(found, mail.envelopeFrom)
}

function toVerdict(found: AuthenticateResult, envelopeFrom: string): Verdict {
  const dkim = found.dkim.results.map((one) => ({
    domain: one.signingDomain ?? '',
    selector: one.selector ?? '',
    result: one.status.result,
    aligned: Boolean(one.status.aligned),
  }))
  const spf = found.spf || undefined
  const dmarc = found.dmarc || undefined
  const passing = dkim.filter((one) => one.result === 'pass')
  return {
    dkim,
    spf: {
      result: spf?.status.result ?? 'none',
      domain: spf?.domain ?? domainOf(envelopeFrom),
      aligned: Boolean(dmarc?.alignment?.spf?.result),
    },
    dmarc: {
      result: dmarc?.status.result ?? 'none',
      policy: dmarc?.p ?? null,
      domain: dmarc?.policyDomain ?? dmarc?.domain ?? null,
    },
    signedBy: (passing.find((one) => one.aligned) ?? passing[0])?.domain ?? null,
    mailedBy: spf?.status.result === 'pass' ? domainOf(envelopeFrom) : null,
  }
}
