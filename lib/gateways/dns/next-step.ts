import { isAskable, isBelow, isWithin } from './name'
import { type Question, RCODE, type Reply } from './message'
import type { Failure } from './types'

export interface Referral {
  zone: string
  hosts: { host: string; addresses: string[] }[]
  ttl: number
}

export type Step =
  | { step: 'answer'; reply: Reply }
  | { step: 'down'; to: Referral }
  | { step: 'next_server'; failure: Failure }

// More hosts than the root has are a way to make us send packets, not a delegation.
const HOSTS_PER_ZONE = 13
export const ADDRESSES_PER_HOST = 4

/** What a reply from a server of `zone` means for the walk: done, one level down, or of no use. */
export function nextStep(reply: Reply, question: Question, zone: string): Step {
  const failure = complaint(reply, question)
  if (failure) return { step: 'next_server', failure }
  if (reply.authoritative) return { step: 'answer', reply }
  const to = referralIn(reply, question.name, zone)
  // Neither an answer nor a way down: the server does not speak for the zone.
  return to ? { step: 'down', to } : { step: 'next_server', failure: 'refused' }
}

/** Whether a resolver's reply is an answer. A referral is not: it would read as "nothing there". */
export function resolverStep(reply: Reply, question: Question): Exclude<Step, { step: 'down' }> {
  const failure = complaint(reply, question)
  if (failure) return { step: 'next_server', failure }
  if (reply.authoritative || reply.recursive) return { step: 'answer', reply }
  return { step: 'next_server', failure: 'refused' }
}

function complaint({ rcode, answers }: Reply, { name }: Question): Failure | null {
  if (rcode === RCODE.REFUSED || rcode === RCODE.NOTAUTH || rcode === RCODE.NOTIMP) return 'refused'
  if (rcode === RCODE.FORMERR) return 'malformed'
  if (rcode !== RCODE.NOERROR && rcode !== RCODE.NXDOMAIN) return 'servfail'
  // An answer about other names only says nothing about this one, not even that it is missing.
  return answers.length > 0 && !answers.some(({ owner }) => owner === name) ? 'malformed' : null
}

function referralIn({ rcode, authorities, additionals }: Reply, name: string, zone: string): Referral | null {
  if (rcode !== RCODE.NOERROR) return null
  const cuts = authorities.flatMap((r) =>
    r.type === 'NS' && isBelow(r.owner, zone) && isWithin(name, r.owner) ? [r] : [],
  )
  const [first] = cuts
  if (!first) return null
  const servers = cuts.filter(({ owner, target }) => owner === first.owner && isAskable(target))
  const hosts = [...new Set(servers.map(({ target }) => target))].slice(0, HOSTS_PER_ZONE)
  const ttl = Math.min(...cuts.map((cut) => cut.ttl))
  return { zone: first.owner, ttl, hosts: hosts.map((host) => ({ host, addresses: glueFor(host) })) }

  /** Addresses are believed only of hosts below the zone that was asked (RFC 5452 6). */
  function glueFor(host: string): string[] {
    if (!isWithin(host, zone)) return []
    const glue = additionals.flatMap((r) =>
      (r.type === 'A' || r.type === 'AAAA') && r.owner === host ? [r] : [],
    )
    return glue
      .toSorted(v4First)
      .map(({ address }) => address)
      .slice(0, ADDRESSES_PER_HOST)
  }
}

function v4First(a: { type: string }, b: { type: string }): number {
  return a.type.length - b.type.length
}
