import type { RecordView } from '@/lib/domains/view'

/** All records as zone file lines (RFC 1035 5): readable in a mail, and DNS panels import them. */
export function zoneFile(name: string, records: readonly RecordView[]): string {
  const lines = records.map((r) => `; ${r.label}\n${r.host}. ${r.ttl} IN ${r.type} ${data(r)}`)
  return [`; Records for ${name}`, ...lines, ''].join('\n')
}

function data({ type, value, priority }: RecordView): string {
  if (type === 'MX') return `${priority ?? 10} ${value}.`
  return type === 'CNAME' ? `${value}.` : quoted(value)
}

// A character-string holds at most 255 octets (RFC 1035 3.3).
const quoted = (text: string) =>
  (text.match(/.{1,255}/g) ?? []).map((part) => `"${part.replace(/["\\]/g, '\\$&')}"`).join(' ')
