import { describe, expect, it } from 'vitest'
import { changesIn } from './changes'
import { confirmedOf, knownOf } from './known'
import type { Finding } from './diagnose'
import { checklist } from './records'

const [expected] = checklist({
  name: 'mnexa.ai',
  region: 'eu-west-1',
  mailFromLabel: 'send',
  dkimTokens: ['aaa', 'bbb', 'ccc'],
  signingHostedZone: 'dkim.amazonses.com',
  ownershipRequired: false,
  ownershipProvenAt: null,
  ownershipToken: 'f00d',
})
type Verdict = Finding['verdict']
const before = (verdict: Verdict, lastKnown: Verdict, observed: string[] = []) => ({
  key: 'dkim1',
  verdict,
  lastKnown,
  observed,
})
const now = (verdict: Verdict, observed: string[] = []) => [
  { expected: expected!, finding: { verdict, diagnosis: null, observed } },
]

describe('the timeline tells', () => {
  it.each<[string, ReturnType<typeof before>[], Verdict, unknown]>([
    ['nothing of a first look that finds nothing', [], 'missing', 'no change'],
    ['a record found at the first look', [], 'found', 'records_found'],
    ['a record found', [before('missing', 'missing')], 'found', 'records_found'],
    ['a wrong value', [before('missing', 'missing')], 'mismatch', 'records_wrong'],
    ['a right value that became wrong', [before('found', 'found')], 'mismatch', 'records_wrong'],
    ['a record lost', [before('found', 'found')], 'missing', 'records_lost'],
    ['nothing of a wrong record taken down', [before('mismatch', 'mismatch')], 'missing', null],
    ['nothing of a silent server', [before('found', 'found')], 'unknown', null],
    ['nothing when the server is back with the same', [before('unknown', 'found')], 'found', null],
    ['a loss behind a silence', [before('unknown', 'found')], 'missing', 'records_lost'],
    ['a find behind a silence', [before('unknown', 'missing')], 'found', 'records_found'],
    ['nothing while all stays', [before('found', 'found')], 'found', 'no change'],
  ])('%s', (_, old, verdict, kind) => {
    const changes = changesIn(old, now(verdict))
    expect(changes.length === 0 ? 'no change' : changes[0]?.kind).toBe(kind)
  })

  it('nothing, but the page shows another wrong value', () => {
    expect(changesIn([before('mismatch', 'mismatch', ['CNAME a'])], now('mismatch', ['CNAME b']))).toEqual([
      { kind: null, label: 'DKIM 1' },
    ])
    expect(changesIn([before('mismatch', 'mismatch', ['CNAME a'])], now('mismatch', ['CNAME a']))).toEqual([])
  })
})

describe('what a state is decided on', () => {
  const record = (key: string, verdict: Verdict, lastKnown: Verdict) =>
    ({ key, verdict, lastKnown }) as Parameters<typeof knownOf>[0][number]

  it('is the last verdict of each record that was not unknown: a silent server never downgrades', () =>
    expect(
      knownOf([
        record('dkim1', 'unknown', 'found'),
        record('spf', 'unknown', 'unknown'),
        record('dkim2', 'mismatch', 'mismatch'),
      ]),
    ).toEqual({
      dkim1: 'found',
      dkim2: 'mismatch',
    }))

  it.each([
    [true, 'SUCCESS', 'SUCCESS', true, true],
    [true, 'TEMPORARY_FAILURE', 'TEMPORARY_FAILURE', true, false],
    [true, 'PENDING', 'PENDING', false, false],
    [true, 'FAILED', 'FAILED', false, false],
    [true, 'NOT_STARTED', null, false, false],
    [false, 'SUCCESS', 'SUCCESS', false, true],
    [true, null, 'NEWER_WORD', false, false],
  ])(
    'verified %s, keys %s, return path %s: keys %s, return path %s',
    (sesVerified, sesDkimStatus, sesMailFromStatus, dkim, mailFrom) =>
      expect(confirmedOf({ sesVerified, sesDkimStatus, sesMailFromStatus })).toEqual({ dkim, mailFrom }),
  )
})
