import ipaddr from 'ipaddr.js'
import { resolver } from '@/lib/domains/resolver'
import { MINUTE, SECOND } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'

const PATIENCE = 2 * SECOND
const KEPT = 5 * MINUTE
const MOST_KEPT = 10_000

const known = new Map<string, { until: number; listed: Promise<boolean> }>()

/**
 * The lists out of SPAM_LISTS that have a network address (RFC 5782). Whoever does not answer in two seconds, or answers
 * with anything but a listing, has not listed it: nobody's trouble with DNS makes mail spam.
 */
export async function listedAt(address: string): Promise<string[]> {
  const lists = env().SPAM_LISTS
  const reversed = lists.length > 0 ? reverse(address) : null
  if (reversed === null) return []
  const answers = await Promise.all(lists.map((list) => remembered(`${reversed}.${list}`)))
  return lists.filter((_, i) => answers[i])
}

/** Octets of an IPv4 address, nibbles of an IPv6 one, last first. Null for what no list can have. */
export function reverse(address: string): string | null {
  if (!ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  // Loopback serves tests (RFC 5782 5): 127.0.0.2 is on every list.
  if (!['unicast', 'loopback'].includes(parsed.range())) return null
  if (parsed instanceof ipaddr.IPv4) return parsed.octets.toReversed().join('.')
  return [
    ...parsed
      .toNormalizedString()
      .split(':')
      .map((part) => part.padStart(4, '0'))
      .join(''),
  ]
    .toReversed()
    .join('.')
}

function remembered(name: string): Promise<boolean> {
  const now = performance.now()
  const before = known.get(name)
  if (before && before.until > now) return before.listed
  // The oldest first, as a map keeps its order.
  if (known.size >= MOST_KEPT) known.delete(known.keys().next().value!)
  known.delete(name)
  const listed = isListed(name)
  known.set(name, { until: now + KEPT, listed })
  return listed
}

async function isListed(name: string): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, null)
  })
  const answer = await Promise.race([resolver().lookup(name, 'A'), patience])
  clearTimeout(timer)
  if (answer?.outcome !== 'found') return false
  return answer.records.some((record) => record.type === 'A' && isListing(record.address))
}

/** 127.0.0.0/8 says listed; 127.255.255.x says that the list does not answer us (a limit, a public resolver). */
export const isListing = (address: string): boolean =>
  address.startsWith('127.') && !address.startsWith('127.255.255.')
