import { domainOf, foldAddress, foldDomain } from './fold'

/** The entry of a list (`ann@acme.com`, `acme.com`, or `*.acme.com` for all below it) that one of these addresses is on. */
export function entryFor(list: readonly string[], addresses: readonly string[]): string | null {
  const known = addresses.filter(Boolean)
  const [folded, domains] = [known.map(foldAddress), known.map(domainOf).filter(Boolean)]
  return list.find((entry) => isOn(entry.trim(), folded, domains)) ?? null
}

const isOn = (entry: string, addresses: readonly string[], domains: readonly string[]): boolean =>
  entry.includes('@') ? addresses.includes(foldAddress(entry)) : matchesDomain(entry, domains)

/** `acme.com` is that name alone, `*.acme.com` every name below it, as the patterns of workspaces are. */
export function matchesDomain(pattern: string, domains: readonly string[]): boolean {
  const isBelow = pattern.startsWith('*.')
  const name = foldDomain(isBelow ? pattern.slice(2) : pattern)
  if (name === '') return false
  return domains.some((domain) => (isBelow ? domain.endsWith(`.${name}`) : domain === name))
}
