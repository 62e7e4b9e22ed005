import { resolver } from '@/lib/domains/resolver'
import type { DnsRecord, Lookup, RecordType } from '@/lib/gateways/dns/types'
import { MINUTE } from '@/lib/kernel/clock'

// What a domain publishes for its mail changes within hours; a flood from one sender must not become one of questions.
const KEPT = MINUTE
const MOST = 5_000
const types = ['CNAME', 'MX', 'TXT', 'NS', 'A', 'AAAA']

type Answer = string[] | string[][] | { exchange: string; priority: number }[]

const known = new Map<string, { until: number; lookup: Promise<Lookup> }>()

/** DNS as mail libraries ask it (`node:dns` `resolve`), by our own gateway. Rejects with the codes they know. */
export async function resolveForMail(name: string, type: string): Promise<Answer> {
  if (!types.includes(type)) throw trouble('ENOTIMP')
  const found = await remembered(name, type as RecordType)
  if (found.outcome === 'failed') throw trouble(found.failure === 'timeout' ? 'ETIMEOUT' : 'ESERVFAIL')
  if (found.outcome !== 'found') throw trouble(found.outcome === 'nxdomain' ? 'ENOTFOUND' : 'ENODATA')
  return found.records.map(toNode) as Answer
}

function toNode(record: DnsRecord) {
  if (record.type === 'TXT') return [record.text]
  if (record.type === 'MX') return { exchange: record.exchange, priority: record.preference }
  return 'address' in record ? record.address : record.target
}

function remembered(name: string, type: RecordType): Promise<Lookup> {
  const key = `${type} ${name.toLowerCase()}`
  const now = performance.now()
  const before = known.get(key)
  if (before && before.until > now) return before.lookup
  known.delete(key)
  // The oldest first, as a map keeps its order.
  if (known.size >= MOST) known.delete(known.keys().next().value!)
  const lookup = resolver()
    .lookup(name, type)
    .then((found) => {
      if (found.outcome === 'failed') known.delete(key)
      return found
    })
  known.set(key, { until: now + KEPT, lookup })
  return lookup
}

const trouble = (code: string) => Object.assign(new Error(code), { code })
