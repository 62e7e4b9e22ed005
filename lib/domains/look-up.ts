import type { DnsGateway, Lookup, RecordType } from '@/lib/gateways/dns/types'
import { diagnose, type Finding } from './diagnose'
import type { ExpectedRecord } from './records'
import { guessZone } from './zone'

export interface Seen {
  expected: ExpectedRecord
  finding: Finding
  answer: Lookup
}

/** Asks DNS for every record of a checklist at once and judges each. */
export function lookUp(dns: DnsGateway, checklist: readonly ExpectedRecord[], name: string): Promise<Seen[]> {
  return Promise.all(
    checklist.map(async (expected) => {
      const answer = await dns.lookup(expected.host, expected.type)
      const others = await strangers(dns, expected, answer)
      const finding = diagnose(expected, answer, others)
      const inherited = expected.key === 'dmarc' && finding.verdict === 'missing'
      return {
        expected,
        answer,
        finding: inherited ? await inheritedPolicy(dns, expected, name, finding) : finding,
      }
    }),
  )
}

const kinds: RecordType[] = ['CNAME', 'TXT', 'MX', 'A']

/** When a name exists without the right type, whatever else is there explains why. NXDOMAIN has nothing to ask. */
async function strangers(dns: DnsGateway, expected: ExpectedRecord, answer: Lookup): Promise<Lookup[]> {
  if (answer.outcome !== 'nodata') return []
  return Promise.all(kinds.filter((k) => k !== expected.type).map((kind) => dns.lookup(expected.host, kind)))
}

/** A policy of a name above covers this one too (RFC 9989, tree walk), up to the registrable domain. */
async function inheritedPolicy(
  dns: DnsGateway,
  expected: ExpectedRecord,
  name: string,
  none: Finding,
): Promise<Finding> {
  const zone = guessZone(name)
  for (let parent = name; parent !== zone;) {
    parent = parent.slice(parent.indexOf('.') + 1)
    const finding = diagnose(expected, await dns.lookup(`_dmarc.${parent}`, 'TXT'))
    if (finding.verdict === 'found') return finding
  }
  return none
}
