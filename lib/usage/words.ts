import type { MeterView, UsageView } from './view'

/** `1 domain`, `1,200 recipients`. */
export const amountWords = (n: number, units: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? units.replace(/s$/, '') : units}`

/** Who can give more of it: a larger plan, the platform, or nobody. Empty for nobody. */
export function moreWords(
  { source, upgrade, limit, unit }: Pick<MeterView, 'source' | 'upgrade' | 'limit' | 'unit'>,
  nextPlan: UsageView['nextPlan'],
): string {
  if (limit === null) return ''
  if (upgrade && nextPlan)
    return upgrade.gives === null
      ? `The ${nextPlan} plan has no limit here.`
      : `The ${nextPlan} plan gives ${amountWords(upgrade.gives, unit)} instead of ${limit.toLocaleString('en')}.`
  return source === 'policy' ? 'The platform set this limit: ask its support for more.' : ''
}

/** When a window ends, in UTC. */
export function againWords({ window, resetsAt }: Pick<MeterView, 'window' | 'resetsAt'>): string {
  if (!resetsAt || window === 'rate') return ''
  return window === 'day'
    ? 'It begins anew at midnight UTC.'
    : `It begins anew at ${resetsAt.slice(11, 16)} UTC.`
}
