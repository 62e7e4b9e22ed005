import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, HOUR } from '@/lib/kernel/clock'
import { axes, domainState, GRACE, LOOK_FOR, type Known, type StateInput } from './domain-state'

const start = new Date('2030-01-01T00:00:00Z')
const five = ['dkim1', 'dkim2', 'dkim3', 'return_path', 'spf'] as const
const all = Object.fromEntries(five.map((k) => [k, 'found'])) as StateInput['known']
const both = { dkim: true, mailFrom: true }
const none = { dkim: false, mailFrom: false }

const fresh: StateInput = {
  now: start,
  deleting: false,
  provisioned: true,
  known: {},
  ownershipRequired: false,
  confirmed: none,
  readyAt: null,
  lostSince: null,
  deadlineAt: after(start, LOOK_FOR),
  receiving: 'pending',
}
const late = after(start, LOOK_FOR + 1)
const hourAgo = after(start, -HOUR)
const stateOf = (change: Partial<StateInput>) => domainState({ ...fresh, ...change }).state

describe('the state follows from records, confirmation and time', () => {
  it.each<[string, Partial<StateInput>, string]>([
    ['set-up is under way', { provisioned: false }, 'provisioning'],
    [
      'set-up is under way while all records are there',
      { provisioned: false, known: all, confirmed: both },
      'provisioning',
    ],
    ['no record was seen', {}, 'pending'],
    ['all but one', { known: { ...all, spf: 'mismatch' }, confirmed: both }, 'pending'],
    ['all records, no confirmation', { known: all }, 'verifying'],
    [
      'all records, keys confirmed only',
      { known: all, confirmed: { dkim: true, mailFrom: false } },
      'verifying',
    ],
    [
      'all records, return path confirmed only',
      { known: all, confirmed: { dkim: false, mailFrom: true } },
      'verifying',
    ],
    ['all records, both confirmed', { known: all, confirmed: both }, 'ready'],
    [
      'advice and receiving missing',
      { known: { ...all, dmarc: 'missing', inbound: 'mismatch' }, confirmed: both },
      'ready',
    ],
    ['contested, no proof, no set-up', { ownershipRequired: true, provisioned: false }, 'pending'],
    [
      'contested, proven, set-up under way',
      { ownershipRequired: true, provisioned: false, known: { ownership: 'found' } },
      'provisioning',
    ],
    ['contested, all but the proof', { ownershipRequired: true, known: all, confirmed: both }, 'pending'],
    [
      'contested, all',
      { ownershipRequired: true, known: { ...all, ownership: 'found' }, confirmed: both },
      'ready',
    ],
    ['the deadline itself', { now: fresh.deadlineAt }, 'pending'],
    ['the deadline has passed', { now: late }, 'failed'],
    ['the deadline has passed without set-up', { now: late, provisioned: false }, 'failed'],
    ['the deadline has passed, DNS is right', { now: late, known: all }, 'verifying'],
    ['the deadline has passed, all right', { now: late, known: all, confirmed: both }, 'ready'],
    [
      'was ready, a record is gone',
      { readyAt: hourAgo, known: { ...all, dkim2: 'missing' }, confirmed: both },
      'degraded',
    ],
    [
      'was ready, gone for the whole grace',
      { readyAt: hourAgo, known: {}, lostSince: after(start, -GRACE) },
      'degraded',
    ],
    [
      'was ready, gone for longer',
      { readyAt: hourAgo, known: {}, lostSince: after(start, -GRACE - 1) },
      'failed',
    ],
    [
      'was ready, and is again',
      { readyAt: hourAgo, known: all, lostSince: after(start, -GRACE - 1), confirmed: both },
      'ready',
    ],
    [
      'was ready, DNS right, confirmation lost',
      { readyAt: hourAgo, known: all, confirmed: { dkim: true, mailFrom: false } },
      'verifying',
    ],
    ['shall go', { deleting: true, readyAt: hourAgo, known: all, confirmed: both }, 'deleting'],
  ])('%s', (_, change, state) => expect(stateOf(change)).toBe(state))

  it('each of the five records is needed', () => {
    for (const key of five)
      for (const verdict of ['missing', 'mismatch'] as const)
        expect(stateOf({ known: { ...all, [key]: verdict }, confirmed: both })).toBe('pending')
  })

  it('the grace runs from the first sighting of a loss and ends with it', () => {
    const lost = { ...fresh, readyAt: hourAgo, known: {} }
    expect(domainState(lost).lostSince).toEqual(start)
    expect(domainState({ ...lost, now: late, lostSince: start }).lostSince).toEqual(start)
    expect(domainState({ ...lost, known: all, lostSince: start }).lostSince).toBeNull()
    expect(domainState({ ...fresh, known: {} }).lostSince).toBeNull()
  })
})

describe('receiving has its own state', () => {
  const seen = { inbound: 'found' } as const
  it.each<[string, Partial<StateInput>, string]>([
    ['switched off stays off', { receiving: 'off', known: seen, confirmed: both }, 'off'],
    ['waits for the record', { receiving: 'pending', known: all, confirmed: both }, 'pending'],
    [
      'waits for the keys',
      { receiving: 'pending', known: seen, confirmed: { dkim: false, mailFrom: true } },
      'pending',
    ],
    [
      'is ready without anything to send',
      { receiving: 'pending', known: seen, confirmed: { dkim: true, mailFrom: false } },
      'ready',
    ],
    [
      'is lost, not pending, after it was ready',
      { receiving: 'ready', known: { inbound: 'missing' }, confirmed: both },
      'lost',
    ],
    ['stays lost', { receiving: 'lost', known: { inbound: 'mismatch' }, confirmed: both }, 'lost'],
    ['comes back', { receiving: 'lost', known: seen, confirmed: both }, 'ready'],
    ['ends with the domain', { receiving: 'ready', known: seen, confirmed: both, deleting: true }, 'off'],
  ])('%s', (_, change, state) => expect(domainState({ ...fresh, ...change }).receiving).toBe(state))
})

it('an axis holds while each of its records does', () => {
  expect(axes(all)).toEqual({ dkim: true, mailFrom: true })
  expect(axes({ ...all, dkim3: 'mismatch' })).toEqual({ dkim: false, mailFrom: true })
  expect(axes({ ...all, spf: 'missing' })).toEqual({ dkim: true, mailFrom: false })
  expect(axes({})).toEqual({ dkim: false, mailFrom: false })
})

describe('over any life', () => {
  const keys = [...five, 'ownership', 'inbound'] as const
  const look = fc.record({
    hours: fc.integer({ min: 0, max: 100 }),
    verdicts: fc.dictionary(
      fc.constantFrom(...keys),
      fc.constantFrom<Known | 'unknown'>('found', 'found', 'found', 'missing', 'mismatch', 'unknown'),
    ),
    heal: fc.boolean(),
    dkim: fc.boolean(),
    mailFrom: fc.boolean(),
    provisioned: fc.boolean(),
  })

  it('ready needs the five and both confirmations, degraded was ready before, and right records end a failure', () =>
    fc.assert(
      fc.property(fc.boolean(), fc.array(look, { maxLength: 30 }), (ownershipRequired, looks) => {
        let row: StateInput = { ...fresh, ownershipRequired }
        for (const { hours, verdicts, heal, dkim, mailFrom, provisioned } of looks) {
          // As the rows keep it: `unknown` leaves what was known.
          const known = {
            ...row.known,
            ...Object.fromEntries(Object.entries(verdicts).filter(([, v]) => v !== 'unknown')),
            ...(heal && { ...all, ownership: 'found' as const }),
          }
          row = {
            ...row,
            now: after(row.now, hours * HOUR),
            known,
            confirmed: { dkim, mailFrom },
            provisioned,
          }
          const next = domainState(row)
          const right =
            five.every((k) => known[k] === 'found') && (!ownershipRequired || known.ownership === 'found')
          expect(next.state === 'ready').toBe(right && dkim && mailFrom && provisioned)
          if (next.state === 'degraded') expect(row.readyAt).not.toBeNull()
          if (right) expect(['ready', 'verifying', 'provisioning']).toContain(next.state)
          expect(next.lostSince !== null).toBe(row.readyAt !== null && !right)
          row = { ...row, ...next, readyAt: row.readyAt ?? (next.state === 'ready' ? row.now : null) }
        }
      }),
    ))

  it('a look at which no server answered changes nothing but what time does', () =>
    fc.assert(
      fc.property(look, fc.boolean(), fc.boolean(), (l, wasReady, confirmed) => {
        const known = Object.fromEntries(Object.entries(l.verdicts).filter(([, v]) => v !== 'unknown'))
        const row = {
          ...fresh,
          known,
          readyAt: wasReady ? hourAgo : null,
          confirmed: confirmed ? both : none,
        }
        const once = domainState(row)
        expect(domainState({ ...row, ...once })).toEqual(once)
      }),
    ))
})
