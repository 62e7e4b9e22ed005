import type { LimitField } from '@/lib/usage/fields'
import { amountWords } from '@/lib/usage/words'
import type { PlanEffect } from './proposal'

type Field = Pick<LimitField, 'unit' | 'window'>

const number = (n: number) => n.toLocaleString('en')
const tenants = (n: number) => (n === 1 ? '1 tenant' : `${number(n)} tenants`)
const limitWords = (n: number | null, { unit }: Field) => (n === null ? 'no limit' : amountWords(n, unit))

/** What a plan's tenants come to: "12 tenants on free keep 3 domains: the plan is tighter." */
export function planSentence(field: Field, effect: PlanEffect, proposed: number | null, n: number): string {
  const { plan, now, then, source } = effect
  const who = `${tenants(n)} on ${plan}`
  if (now === then) {
    const why = proposed !== null && source === 'plan' && then !== proposed ? ': the plan is tighter' : ''
    return `${who} ${n === 1 ? 'keeps' : 'keep'} ${limitWords(then, field)}${why}.`
  }
  const why = source === 'plan' && proposed !== null ? ', as the plan is tighter' : ''
  return `${who} ${n === 1 ? 'goes' : 'go'} from ${limitWords(now, field)} to ${limitWords(then, field)}${why}.`
}

/** Who is above already, and what would happen to them. */
export function aboveSentence({ unit, window }: Field, n: number): string {
  const who = n === 1 ? '1 tenant is' : `${number(n)} tenants are`
  if (n === 0)
    return {
      always: 'No tenant has more already.',
      day: 'No tenant has used more so far today.',
      hour: 'No tenant has used more so far this hour.',
      rate: 'No tenant used more in the last minute.',
      each: 'What is larger and came already stays.',
      age: 'What is older goes in the next night: “Tonight” on this page says how much that is.',
    }[window]
  if (unit === 'bytes')
    return `${who} above already. Nothing is taken away; mail that comes is refused until they are below.`
  if (window === 'always')
    return `${who} above already. Nothing is taken away; adding ${unit} is refused until they are below.`
  return `${who} above already. Nothing is taken back; more is refused ${againWords[window]}.`
}

const againWords: Record<LimitField['window'], string> = {
  day: 'until midnight UTC',
  hour: 'until the next hour',
  rate: 'until the minute is over',
  always: 'until they are below',
  each: 'each time',
  age: 'each night',
}

const countedWords: Record<LimitField['window'], string> = {
  day: 'what was used in each day',
  hour: 'what was used in each hour',
  rate: 'the busiest minutes of each hour',
  always: 'what was used',
  each: 'what came',
  age: 'what was kept',
}

/** What the last seven days would have been. `since` is the first window there are figures of. */
export function dryRunSentence(
  { unit, window }: Field,
  basis: 'used' | 'made' | 'none' | 'unchanged',
  { refused, among, since }: { refused: number; among: number; since: string | null },
): string {
  if (window === 'each' || window === 'age') return 'Of single messages no figures are kept.'
  if (basis === 'none') return `There are no figures of the last seven days: nothing was counted for ${unit}.`
  const what = `${amountWords(refused, unit)} of ${tenants(among)}`
  if (basis === 'made') {
    const made =
      unit === 'bytes'
        ? 'the mail that came in the last seven days and is still there'
        : `the ${unit} that were added in the last seven days and are still there`
    return refused === 0
      ? `None of ${made} would have been refused.`
      : `Of ${made}, ${what} would have been refused.`
  }
  const from = `In the last seven days, by ${countedWords[window]} since ${since}`
  if (refused === 0) return `${from}, nothing would have been refused.`
  // Of an hour that is over its busiest minutes are kept: what lay beyond in the others is not known.
  return `${from}, ${window === 'rate' ? 'at least ' : ''}${what} would have been refused.`
}
