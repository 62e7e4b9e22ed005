import { isIP } from 'node:net'
import { type Answer, decode, encode, RECURSION_DESIRED } from 'dns-packet'
import { foldName } from './name'
import type { DnsRecord, RecordType } from './types'

export interface Question {
  name: string
  type: RecordType
}

export type SeenRecord = DnsRecord | { type: 'SOA'; minimum: number; ttl: number }

export type Owned<R = SeenRecord> = R & { owner: string }

/** A decoded answer in our words: class IN only, and only the record types we know. */
export interface Reply {
  authoritative: boolean
  recursive: boolean
  truncated: boolean
  rcode: number
  answers: Owned[]
  authorities: Owned[]
  additionals: Owned[]
}

export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5, NOTAUTH: 9 }

// Large enough for real answers, small enough never to be fragmented (DNS flag day 2020).
const UDP_PAYLOAD = 1232

export function encodeQuery(
  question: Question,
  id: number,
  options: { recursion: boolean; edns: boolean },
): Buffer {
  return encode({
    type: 'query',
    id,
    flags: options.recursion ? RECURSION_DESIRED : 0,
    questions: [{ ...question, class: 'IN' }],
    additionals: options.edns ? [edns] : [],
  })
}

const edns: Answer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize: UDP_PAYLOAD,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
}

/**
 * The reply in these bytes; `other` when it answers something we did not ask (RFC 5452 9.1), `malformed` when
 * it cannot be read. Never throws.
 */
export function decodeReply(bytes: Buffer, id: number, question: Question): Reply | 'other' | 'malformed' {
  if (bytes.length < 12) return 'malformed'
  if (bytes.readUInt16BE(0) !== id) return 'other'
  try {
    const packet = decode(bytes)
    // dns-packet reads past the end of a cut TXT record without complaint, and then counts too far or NaN.
    if (!((decode as unknown as { bytes: number }).bytes <= bytes.length)) return 'malformed'
    const rcode = (packet.flags ?? 0) & 15
    if (!packet.flag_qr || !repeats(packet.questions ?? [], question, rcode)) return 'other'
    return {
      authoritative: packet.flag_aa,
      recursive: packet.flag_ra,
      truncated: packet.flag_tc,
      rcode,
      answers: (packet.answers ?? []).flatMap(toRecord),
      authorities: (packet.authorities ?? []).flatMap(toRecord),
      additionals: (packet.additionals ?? []).flatMap(toRecord),
    }
  } catch {
    return 'malformed'
  }
}

/** A server that could not read the question cannot repeat it (RFC 1035 4.1.1, format error). */
function repeats(
  asked: { name: string; type: string; class?: string | undefined }[],
  question: Question,
  rcode: number,
) {
  if (asked.length === 0) return rcode === RCODE.FORMERR || rcode === RCODE.NOTIMP
  const [first] = asked
  return (
    asked.length === 1 &&
    first?.type === question.type &&
    first.class === 'IN' &&
    foldName(first.name) === question.name
  )
}

function toRecord(answer: Answer): Owned[] {
  if (answer.type === 'OPT' || ('class' in answer && answer.class !== 'IN')) return []
  const owner = foldName(answer.name)
  const ttl = 'ttl' in answer ? seconds(answer.ttl) : 0
  switch (answer.type) {
    case 'CNAME':
    case 'NS':
      return [{ owner, type: answer.type, target: foldName(answer.data), ttl }]
    case 'MX': {
      const { exchange, preference = 0 } = answer.data
      return [{ owner, type: 'MX', exchange: foldName(exchange), preference, ttl }]
    }
    case 'TXT':
      return [{ owner, type: 'TXT', text: joinChunks(answer.data), ttl }]
    case 'A':
    case 'AAAA':
      if (isIP(answer.data) !== (answer.type === 'A' ? 4 : 6)) return []
      return [{ owner, type: answer.type, address: answer.data, ttl }]
    case 'SOA':
      return [{ owner, type: 'SOA', minimum: seconds(answer.data.minimum), ttl }]
    default:
      return []
  }
}

function joinChunks(data: string | Buffer | (string | Buffer)[]): string {
  // Joined as bytes first: a chunk's border may cut a UTF-8 character in two.
  return Buffer.concat([data].flat().map((chunk) => Buffer.from(chunk))).toString('utf8')
}

/** RFC 2181 8: a TTL with its highest bit set means zero. */
function seconds(ttl = 0): number {
  return ttl > 0x7fffffff ? 0 : ttl
}
