import type { Answer } from 'dns-packet'
import type { ZoneRecord } from '../types'

// RFC 1035 3.3.14: a TXT record is a list of strings of at most 255 octets each.
const STRING_OCTETS = 255

export function txtChunks(text: string): Buffer[] {
  const bytes = Buffer.from(text, 'utf8')
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += STRING_OCTETS) chunks.push(bytes.subarray(at, at + STRING_OCTETS))
  return chunks.length > 0 ? chunks : [Buffer.alloc(0)]
}

/** `owner` keeps the spelling of the question. */
export function toAnswer(record: Omit<ZoneRecord, 'id' | 'zone'>, owner: string): Answer {
  const head = { name: owner, ttl: record.ttl, class: 'IN' as const }
  switch (record.type) {
    case 'MX':
      return { ...head, type: 'MX', data: { preference: record.priority ?? 10, exchange: record.value } }
    case 'TXT':
      return { ...head, type: 'TXT', data: txtChunks(record.value) }
    case 'A':
    case 'AAAA':
    case 'CNAME':
    case 'NS':
      return { ...head, type: record.type, data: record.value }
  }
}
