import type { DnsRecord, Lookup } from '@/lib/gateways/dns/types'
import { SPF_INCLUDE, type ExpectedRecord } from './records'
import type { Diagnosis } from './view'

export interface Finding {
  verdict: 'unknown' | 'missing' | 'mismatch' | 'found'
  diagnosis: Diagnosis | null
  /** what DNS answered, one line a record */
  observed: string[]
}

/**
 * Judges one record by what DNS answered for its name and type. Compares meaning, not text: names are folded,
 * TXT chunks arrive joined, SPF and DMARC are read as policies.
 * @param others answers for other types at the same name; asked for only when the right type is not there
 */
export function diagnose(expected: ExpectedRecord, answer: Lookup, others: readonly Lookup[] = []): Finding {
  if (answer.outcome === 'failed') return { verdict: 'unknown', diagnosis: 'could_not_check', observed: [] }
  const records = answer.outcome === 'found' ? answer.records : []
  const strangers = [...answer.others, ...others.flatMap((o) => (o.outcome === 'found' ? o.records : []))]
  return judges[expected.key](expected, records, strangers)
}

type Judge = (
  expected: ExpectedRecord,
  records: readonly DnsRecord[],
  strangers: readonly DnsRecord[],
) => Finding

const cname: Judge = (expected, records, strangers) => {
  const targets = records.flatMap((r) => (r.type === 'CNAME' ? r.target : []))
  if (targets.length === 1 && sameName(targets[0]!, expected.value)) return found(records)
  if (targets.length > 0) return mismatch('wrong_value', records)
  return strangers.length > 0 ? mismatch('wrong_type', strangers) : missing
}

const returnPathMx: Judge = (expected, records, strangers) => {
  const hosts = exchanges(records)
  if (hosts.length > 1) return mismatch('several_mx', records)
  if (hosts.length === 0) return pastedElsewhere(expected, strangers)
  // One MX alone: its preference orders nothing, so any number will do.
  return sameName(hosts[0]!.exchange, expected.value) ? found(records) : mismatch('wrong_value', records)
}

const inboundMx: Judge = (expected, records, strangers) => {
  const hosts = exchanges(records)
  const ours = hosts.find((h) => sameName(h.exchange, expected.value))
  if (hosts.length === 0) return pastedElsewhere(expected, strangers)
  if (!ours) return mismatch('wrong_value', records)
  // RFC 5321 5.1: the lowest preference is tried first, equals at random.
  const rival = hosts.some((h) => h !== ours && h.preference <= ours.preference)
  return rival ? mismatch('several_mx', records) : found(records)
}

const spf: Judge = (expected, records, strangers) => {
  const texts = txts(records)
  const policies = texts.filter((t) => /^v=spf1(\s|$)/i.test(t.trim()))
  // RFC 7208 3.2: more than one policy at a name is a permanent error.
  if (policies.length > 1) return mismatch('several_spf', records)
  if (policies.length === 1) {
    const terms = policies[0]!.toLowerCase().split(/\s+/)
    return terms.some((t) => t === `include:${SPF_INCLUDE}` || t === `+include:${SPF_INCLUDE}`)
      ? found(records)
      : mismatch('spf_missing_include', records)
  }
  if (texts.some((t) => /spf|amazonses/i.test(t))) return mismatch('wrong_value', records)
  return pastedElsewhere(expected, strangers)
}

const ownership: Judge = (expected, records, strangers) => {
  const texts = txts(records)
  if (texts.includes(expected.value)) return found(records)
  if (texts.length > 0) return mismatch('wrong_value', records)
  return pastedElsewhere(expected, strangers)
}

const dmarc: Judge = (expected, records, strangers) => {
  const policies = txts(records).filter((t) => /^v\s*=\s*DMARC1\s*(;|$)/.test(t.trim()))
  if (policies.length === 0)
    return txts(records).length > 0 ? mismatch('wrong_value', records) : pastedElsewhere(expected, strangers)
  // RFC 9989 4.10: several policies at one name count as none.
  if (policies.length > 1) return mismatch('wrong_value', records)
  return /;\s*p\s*=\s*(none|quarantine|reject)\s*(;|$)/i.test(policies[0]!)
    ? found(records)
    : mismatch('wrong_value', records)
}

const judges: Record<ExpectedRecord['key'], Judge> = {
  ownership,
  dkim1: cname,
  dkim2: cname,
  dkim3: cname,
  return_path: returnPathMx,
  spf,
  inbound: inboundMx,
  dmarc,
}

/** Our value under another type, or a CNAME that hides every other type at the name (RFC 1034 3.6.2). */
function pastedElsewhere(expected: ExpectedRecord, strangers: readonly DnsRecord[]): Finding {
  const wrong = strangers.filter((r) => r.type === 'CNAME' || describesValue(r, expected.value))
  return wrong.length > 0 ? mismatch('wrong_type', wrong) : missing
}

const describesValue = (r: DnsRecord, value: string) => {
  const text = 'text' in r ? r.text : 'exchange' in r ? r.exchange : 'target' in r ? r.target : ''
  return text.trim() !== '' && sameName(text.trim().replace(/^"|"$/g, ''), value)
}

const exchanges = (records: readonly DnsRecord[]) => records.flatMap((r) => (r.type === 'MX' ? r : []))
const txts = (records: readonly DnsRecord[]) => records.flatMap((r) => (r.type === 'TXT' ? r.text : []))
const sameName = (a: string, b: string) => fold(a) === fold(b)
const fold = (name: string) => name.toLowerCase().replace(/\.$/, '')

const missing: Finding = { verdict: 'missing', diagnosis: null, observed: [] }
const found = (records: readonly DnsRecord[]): Finding => ({
  verdict: 'found',
  diagnosis: null,
  observed: records.map(line),
})
const mismatch = (diagnosis: Diagnosis, records: readonly DnsRecord[]): Finding => ({
  verdict: 'mismatch',
  diagnosis,
  observed: records.map(line),
})

// Bounded: an observed record is kept and shown, and its owner may be hostile.
const LONGEST_LINE = 600

function line(r: DnsRecord): string {
  const data =
    'text' in r
      ? r.text
      : 'exchange' in r
        ? `${r.preference} ${r.exchange}`
        : 'target' in r
          ? r.target
          : r.address
  return `${r.type} ${data}`.slice(0, LONGEST_LINE)
}
