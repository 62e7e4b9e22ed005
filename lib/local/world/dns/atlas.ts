import type { DnsMode, ZoneRecord } from '../types'
import type { Store } from '../store/store'
import { isWithin, parentOf, upwards } from './names'

export type WorldRecord = Omit<ZoneRecord, 'id' | 'zone'>
export interface ZoneInfo {
  apex: string
  serial: number
  mode: DnsMode
  /** provider zones answer with these; the root and the top-level zones have one server */
  nameServers: string[]
}

/** Where every name of this small world lives. */
export interface Atlas {
  zoneOf(name: string): ZoneInfo
  at(name: string): WorldRecord[]
  exists(name: string): boolean
  wholeServer(): DnsMode
}

export const ROOT_SERVER = 'a.root.world'
export const NAME_SERVERS = ['ns1.dns.world', 'ns2.dns.world']
// The range that the world's messages leave from; `source-ip.ts` picks inside it.
export const WORLD_SPF = 'v=spf1 ip4:199.255.192.0/22 -all'
export const RESERVED_ZONES = ['amazonses.com', 'amazonaws.com', 'root.world', 'dns.world']
const HELD_ZONES = ['amazonses.com', 'amazonaws.com', 'world']
const TTL = 60

export function createAtlas(store: Pick<Store, 'zones' | 'hostedKeys' | 'outages'>, region: string): Atlas {
  const own = ownRecords(region)
  const ownAt = (name: string) => own.filter((record) => record.name === name)
  const isOwn = (name: string) =>
    own.some((record) => isWithin(record.name, name)) || store.hostedKeys.below(name)
  const topLevelExists = (label: string) =>
    label === 'com' || label === 'world' || store.zones.all().some((zone) => zone.name.endsWith(`.${label}`))

  const zoneOf = (name: string): ZoneInfo => {
    const modes = store.outages.state().zones
    for (const apex of upwards(name)) {
      const serial = store.zones.serial(apex)
      if (serial !== undefined) return { apex, serial, mode: modes[apex] ?? 'up', nameServers: NAME_SERVERS }
      if (HELD_ZONES.includes(apex)) return { apex, serial: 1, mode: 'up', nameServers: NAME_SERVERS }
      if (apex !== '' && parentOf(apex) === '' && topLevelExists(apex))
        return { apex, serial: 1, mode: 'up', nameServers: [ROOT_SERVER] }
    }
    return { apex: '', serial: 1, mode: 'up', nameServers: [ROOT_SERVER] }
  }

  return {
    zoneOf,
    at(name) {
      const key = store.hostedKeys.at(name)
      const hosted = key ? [{ name, type: 'TXT' as const, value: key, priority: null, ttl: TTL }] : []
      return [...store.zones.at(name), ...ownAt(name), ...hosted]
    },
    exists: (name) =>
      name === '' ||
      zoneOf(name).apex === name ||
      store.zones.at(name).length > 0 ||
      store.zones.below(name) ||
      store.zones.all().some((zone) => isWithin(zone.name, name)) ||
      store.hostedKeys.at(name) !== undefined ||
      isOwn(name),
    wholeServer: () => store.outages.state().mode,
  }
}

function ownRecords(region: string): WorldRecord[] {
  const a = (name: string): WorldRecord => ({ name, type: 'A', value: '127.0.0.1', priority: null, ttl: TTL })
  return [
    a(ROOT_SERVER),
    ...NAME_SERVERS.map(a),
    a('amazonses.com'),
    a(`feedback-smtp.${region}.amazonses.com`),
    a(`inbound-smtp.${region}.amazonaws.com`),
    ...['amazonses.com', `${region}.amazonses.com`].map((name): WorldRecord => ({
      name,
      type: 'TXT',
      value: WORLD_SPF,
      priority: null,
      ttl: TTL,
    })),
  ]
}
