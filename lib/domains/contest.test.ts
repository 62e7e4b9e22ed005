import { describe, expect, it } from 'vitest'
import { contest, type Side } from './contest'

const side = (words: string): Side | null =>
  words === 'nobody' ? null : { trial: words.includes('trial'), proven: !words.includes('unproven') }

/** Holder, then what an unproven and a proven claim come to: of production first, then of a trial environment. */
const table: [holder: string, ...outcomes: ReturnType<typeof contest>[]][] = [
  // prettier-ignore
  ['nobody',              'held',      'held', 'held',      'held'],
  // prettier-ignore
  ['trial unproven',      'contested', 'held', 'contested', 'held'],
  // prettier-ignore
  ['trial proven',        'contested', 'held', 'contested', 'blocked'],
  // prettier-ignore
  ['production unproven', 'contested', 'held', 'contested', 'held'],
  // prettier-ignore
  ['production proven',   'contested', 'blocked', 'contested', 'blocked'],
]
const claims = ['production unproven', 'production proven', 'trial unproven', 'trial proven']

describe.each(table)('a name that %s holds', (holder, ...outcomes) => {
  it.each(claims.map((claim, at) => [claim, outcomes[at]] as const))(
    'and %s claims: %s',
    (claim, outcome) => {
      expect(contest(side(claim)!, side(holder), false)).toBe(outcome)
    },
  )
})

it('a name that somebody once held asks for a proof of whoever comes next, and for no more', () => {
  for (const claim of claims)
    expect(contest(side(claim)!, null, true)).toBe(claim.includes('unproven') ? 'contested' : 'held')
})

it('what is shown to an unproven claim does not depend on who holds the name, nor on how', () => {
  const holders = table.map(([holder]) => side(holder)).filter((holder) => holder !== null)
  for (const trial of [true, false])
    expect(new Set(holders.map((h) => contest({ trial, proven: false }, h, false)))).toEqual(
      new Set(['contested']),
    )
})
