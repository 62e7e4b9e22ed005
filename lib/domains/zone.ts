import { getDomain } from 'tldts'

/** The registrable domain: our guess of the zone until its name servers told us. */
export const guessZone = (name: string): string => getDomain(name) ?? name

/** Whether records of the name can live in the zone: the walk for an unregistered name ends at its registry. */
export const holdsRecords = (zone: string, name: string): boolean =>
  zone === guessZone(name) || zone.endsWith(`.${guessZone(name)}`)

/** A name as most DNS panels want it: without the zone it is entered in; `@` for the zone itself. */
export function relativeTo(zone: string, name: string): string {
  if (name === zone) return '@'
  return name.endsWith(`.${zone}`) ? name.slice(0, -zone.length - 1) : name
}
