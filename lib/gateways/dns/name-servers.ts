import { foldName, parentOf } from './name'
import type { Resolved } from './resolve'
import type { ZoneServers } from './types'

// Zones are a few labels deep, and a negative answer's SOA usually leads to the apex at once.
const STEPS = 10

/** Climbs from the name to the closest zone cut, guided by the SOA of negative answers. */
export async function findNameServers(
  askNs: (name: string) => Promise<Resolved>,
  written: string,
): Promise<ZoneServers | null> {
  let zone = foldName(written)
  for (let step = 0; step < STEPS && zone !== ''; step++) {
    const { lookup, apex } = await askNs(zone)
    if (lookup.outcome === 'failed') return null
    const isAlias = lookup.others.some(({ type }) => type === 'CNAME')
    if (lookup.outcome === 'found' && !isAlias) {
      const hosts = lookup.records.flatMap((record) => (record.type === 'NS' ? [record.target] : []))
      return { zone, hosts: [...new Set(hosts)].sort() }
    }
    // An alias's answer may carry the SOA of the zone it points into.
    if (isAlias || apex === null) zone = parentOf(zone)
    else if (apex === zone) return { zone, hosts: [] }
    else zone = apex
  }
  return null
}
