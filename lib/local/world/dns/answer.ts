import type { Answer, Question } from 'dns-packet'
import type { Atlas, WorldRecord, ZoneInfo } from './atlas'
import { parentOf, plainName } from './names'
import { toAnswer } from './records'

export const RCODE = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const
export interface Reply {
  rcode: number
  answers: Answer[]
  authorities: Answer[]
}

// A chain longer than this is a loop or a mistake; resolvers give up about here.
const CHAIN = 8
// RFC 2308: how long a "no" may be remembered. Short, because people are waiting for their fix to show.
const NEGATIVE_TTL = 60

/** What a recursive resolver of this world says; null is the silence of a broken server. */
export function answer(question: Question, atlas: Atlas): Reply | null {
  const whole = outage(atlas.wholeServer())
  if (whole !== undefined) return whole

  const answers: Answer[] = []
  let name = question.name
  for (let link = 0; link <= CHAIN; link++) {
    const key = plainName(name)
    const zone = atlas.zoneOf(key)
    const broken = outage(zone.mode)
    if (broken !== undefined) return broken

    const records = recordsFor(key, atlas)
    if (!records) return { rcode: RCODE.NXDOMAIN, answers, authorities: [soa(zone)] }

    const matching = ofType(question.type, name, key, zone, records)
    if (matching.length > 0)
      return { rcode: RCODE.NOERROR, answers: [...answers, ...matching], authorities: [] }

    const alias = records.find((record) => record.type === 'CNAME')
    if (!alias) return { rcode: RCODE.NOERROR, answers, authorities: [soa(zone)] }
    answers.push(toAnswer(alias, name))
    name = alias.value
  }
  return { rcode: RCODE.SERVFAIL, answers: [], authorities: [] }
}

function outage(mode: string): Reply | null | undefined {
  if (mode === 'silent') return null
  if (mode === 'servfail') return { rcode: RCODE.SERVFAIL, answers: [], authorities: [] }
  if (mode === 'refused') return { rcode: RCODE.REFUSED, answers: [], authorities: [] }
  return undefined
}

/** The records at a name, none for an empty one, null for one that doesn't exist. */
function recordsFor(key: string, atlas: Atlas): WorldRecord[] | null {
  if (atlas.exists(key)) return atlas.at(key)
  // RFC 4592: a wildcard answers for names below the closest name that exists.
  let encloser = parentOf(key)
  while (!atlas.exists(encloser)) encloser = parentOf(encloser)
  const wildcard = atlas.at(`*.${encloser}`)
  return wildcard.length > 0 ? wildcard : null
}

function ofType(type: string, owner: string, key: string, zone: ZoneInfo, records: WorldRecord[]): Answer[] {
  const atApex = key === zone.apex
  const wants = (kind: string) => type === kind || type === 'ANY'
  const stored = records.filter((record) => wants(record.type)).map((record) => toAnswer(record, owner))
  if (atApex && wants('SOA')) stored.push(soa(zone, owner))
  if (atApex && wants('NS') && !records.some((record) => record.type === 'NS'))
    for (const server of zone.nameServers)
      stored.push({ name: owner, type: 'NS', ttl: 300, class: 'IN', data: server })
  return stored
}

export function soa(zone: ZoneInfo, owner = zone.apex || '.'): Answer {
  return {
    name: owner,
    type: 'SOA',
    ttl: NEGATIVE_TTL,
    class: 'IN',
    data: {
      mname: zone.nameServers[0] ?? '.',
      rname: zone.apex ? `hostmaster.${zone.apex}` : 'hostmaster.root.world',
      serial: zone.serial,
      refresh: 7200,
      retry: 900,
      expire: 1_209_600,
      minimum: NEGATIVE_TTL,
    },
  }
}
