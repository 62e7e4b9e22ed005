import { getDomain } from 'tldts'

/** Lower case, no trailing dot; the root is the empty string. */
export const plainName = (name: string): string => name.trim().toLowerCase().replace(/\.$/, '')

export const parentOf = (name: string): string =>
  name.includes('.') ? name.slice(name.indexOf('.') + 1) : ''

export const isWithin = (name: string, zone: string): boolean =>
  zone === '' || name === zone || name.endsWith(`.${zone}`)

/** The name itself, then each parent, down to the root. */
export function* upwards(name: string): Generator<string> {
  for (let at = name; at !== ''; at = parentOf(at)) yield at
  yield ''
}

/** The zone a provider would make for a name: what one can register, or the last two labels. */
export function registrableZone(name: string): string | null {
  const known = getDomain(name, {
    allowPrivateDomains: false,
    validateHostname: false,
    extractHostname: false,
  })
  if (known) return known
  const labels = name.split('.')
  return labels.length < 2 ? null : labels.slice(-2).join('.')
}
