import { AUTHORITATIVE_ANSWER, decode, encode, RECURSION_AVAILABLE, RECURSION_DESIRED } from 'dns-packet'
import type { Answer, Packet, Question } from 'dns-packet'
import { answer, RCODE, type Reply } from './answer'
import type { Atlas } from './atlas'

const HEADER_OCTETS = 12
const QUERY_OPCODE = 0
const TRUNCATED = 0x0200
const RESPONSE = 0x8000
// RFC 1035 4.2.1, and the size EDNS servers have settled on since the 2020 flag day.
const PLAIN_UDP_OCTETS = 512
const EDNS_UDP_OCTETS = 1232
const MAX_UDP_OCTETS = 4096

/** One request's bytes to one answer's bytes; null when nothing is to be said. Never throws. */
export function respond(request: Buffer, transport: 'udp' | 'tcp', atlas: Atlas): Buffer | null {
  if (request.length < HEADER_OCTETS) return null
  const flags = request.readUInt16BE(2)
  if (flags & RESPONSE) return null
  if (((flags >> 11) & 0xf) !== QUERY_OPCODE) return bare(request, RCODE.NOTIMP)
  try {
    const query = decode(request)
    const [question, ...more] = query.questions ?? []
    if (!question || more.length > 0) return bare(request, RCODE.FORMERR)
    const reply = servable(question) ? answer(question, atlas) : refusal()
    return reply && fit(query, question, reply, transport)
  } catch {
    return bare(request, RCODE.FORMERR)
  }
}

const servable = (question: Question) =>
  (question.class ?? 'IN') === 'IN' && question.type !== 'AXFR' && question.type !== 'IXFR'
const refusal = (): Reply => ({ rcode: RCODE.REFUSED, answers: [], authorities: [] })

function fit(query: Packet, question: Question, reply: Reply, transport: 'udp' | 'tcp'): Buffer {
  const opt = query.additionals?.find((record) => record.type === 'OPT')
  const asked = opt?.type === 'OPT' ? opt.udpPayloadSize : PLAIN_UDP_OCTETS
  const room = Math.min(Math.max(asked, PLAIN_UDP_OCTETS), MAX_UDP_OCTETS)
  const held = reply.rcode === RCODE.NOERROR || reply.rcode === RCODE.NXDOMAIN
  const flags =
    ((query.flags ?? 0) & RECURSION_DESIRED) |
    RECURSION_AVAILABLE |
    (held ? AUTHORITATIVE_ANSWER : 0) |
    reply.rcode
  const head = { type: 'response' as const, id: query.id ?? 0, questions: [question] }
  const additionals: Answer[] = opt ? [optRecord()] : []
  const whole = encode({
    ...head,
    flags,
    answers: reply.answers,
    authorities: reply.authorities,
    additionals,
  })
  if (transport === 'tcp' || whole.length <= room) return whole
  return encode({ ...head, flags: flags | TRUNCATED, answers: [], authorities: [], additionals })
}

const optRecord = (): Answer => ({
  type: 'OPT',
  name: '.',
  udpPayloadSize: EDNS_UDP_OCTETS,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
})

/** Only a header: for requests whose question can't be repeated. */
function bare(request: Buffer, rcode: number): Buffer {
  const header = Buffer.alloc(HEADER_OCTETS)
  header.writeUInt16BE(request.readUInt16BE(0), 0)
  header.writeUInt16BE(RESPONSE | RECURSION_AVAILABLE | (request.readUInt16BE(2) & 0x7900) | rcode, 2)
  return header
}
