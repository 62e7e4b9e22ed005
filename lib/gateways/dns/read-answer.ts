import { foldName, isWithin } from './name'
import { type Owned, type Question, RCODE, type Reply, type SeenRecord } from './message'
import type { DnsRecord, Lookup, Source } from './types'

// Longer chains than this are loops or mischief; real ones have two or three links.
const CHAIN_LIMIT = 12

/** Turns a reply that answers the question into a finding, following the CNAMEs inside the answer. */
export function toLookup(reply: Reply, { name, type }: Question, source: Source, server: string): Lookup {
  const chain = chainFrom(name, reply.answers)
  const owners = type === 'CNAME' ? [name] : chain
  const seen = owners.flatMap((owner) => reply.answers.filter((record) => record.owner === owner))
  const wanted = seen.filter((record) => record.type === type)
  const others = seen.filter((record) => record.type !== type).flatMap(publicRecord)
  const base = { name, type, others, source, server }

  if (wanted.length > 0) return { outcome: 'found', ...base, records: wanted.flatMap(publicRecord) }
  // RFC 6604 2: behind a CNAME the code speaks of the last name in the chain; the name asked does exist.
  const outcome = reply.rcode === RCODE.NXDOMAIN && seen.length === 0 ? 'nxdomain' : 'nodata'
  return { outcome, ...base, negativeTtl: negativeTtl(reply, name) }
}

/** The zone a negative answer speaks for: the owner of its SOA, when that encloses the name. */
export function apexIn(reply: Reply, name: string): string | null {
  return startOfAuthority(reply, name)?.owner ?? null
}

/** RFC 2308 5: the smaller of the SOA's own TTL and its minimum field. */
function negativeTtl(reply: Reply, name: string): number | null {
  const soa = startOfAuthority(reply, name)
  return soa ? Math.min(soa.ttl, soa.minimum) : null
}

function startOfAuthority({ authorities }: Reply, name: string) {
  return authorities.find((record) => record.type === 'SOA' && isWithin(name, record.owner)) as
    Owned<Extract<SeenRecord, { type: 'SOA' }>> | undefined
}

function chainFrom(name: string, answers: Owned[]): string[] {
  const chain = [name]
  for (let link: string | undefined = name; link !== undefined && chain.length <= CHAIN_LIMIT;) {
    const next: string | undefined = targetOf(link, answers)
    if (next === undefined || chain.includes(next)) break
    chain.push(next)
    link = next
  }
  return chain
}

function targetOf(owner: string, answers: Owned[]): string | undefined {
  const alias = answers.find((record) => record.type === 'CNAME' && record.owner === owner)
  return alias?.type === 'CNAME' ? foldName(alias.target) : undefined
}

function publicRecord({ owner: _, ...record }: Owned): DnsRecord[] {
  return record.type === 'SOA' ? [] : [record]
}
