import type { HoldView, MeterView, UsageView } from './view'

const sizes = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const

/** Sizes are decimal, as plans promise them. What is less than the next hundredth is not claimed. */
function bytesWords(n: number): string {
  const [size, name] = sizes.find(([size]) => n >= size) ?? [1, n === 1 ? 'byte' : 'bytes']
  return `${(Math.floor((n / size) * 100) / 100).toLocaleString('en')} ${name}`
}

/** `inboxes`: `inbox`. */
const singular = (units: string) => units.replace(/(x)es$|s$/, '$1')

/** A number alone: `1,200`; bytes bring their unit: `1.2 GB`. */
export const numberWords = (n: number, units: string): string =>
  units === 'bytes' ? bytesWords(n) : n.toLocaleString('en')

/** `1 domain`, `1,200 recipients`, `3 GB`. */
export const amountWords = (n: number, units: string): string =>
  units === 'bytes' ? bytesWords(n) : `${n.toLocaleString('en')} ${n === 1 ? singular(units) : units}`

/** `2 of 3 domains`, `1.2 GB of 3 GB`. */
export const shareWords = (used: number, limit: number, units: string): string =>
  `${numberWords(used, units)} of ${amountWords(limit, units)}`

type Bound = Pick<HoldView, 'source' | 'upgrade' | 'limit' | 'unit'>

/** Who can give more of it: a larger plan, the platform, or nobody. Empty for nobody. */
export function moreWords({ source, upgrade, limit, unit }: Bound, nextPlan: UsageView['nextPlan']): string {
  if (limit === null) return ''
  if (upgrade && nextPlan)
    return upgrade.gives === null
      ? `The ${nextPlan} plan has no limit here.`
      : `The ${nextPlan} plan gives ${amountWords(upgrade.gives, unit)} instead of ${numberWords(limit, unit)}.`
  return source === 'policy' ? 'The platform set this limit: ask its support for more.' : ''
}

/** When a window ends, in UTC. */
export function againWords({ window, resetsAt }: Pick<MeterView, 'window' | 'resetsAt'>): string {
  if (!resetsAt || window === 'rate') return ''
  return window === 'day'
    ? 'It begins anew at midnight UTC.'
    : `It begins anew at ${resetsAt.slice(11, 16)} UTC.`
}
