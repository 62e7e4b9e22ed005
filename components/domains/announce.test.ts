import { expect, test } from 'vitest'
import type { DomainView, RecordView } from '@/lib/domains/view'
import { news } from './announce'

const record = (
  key: RecordView['key'],
  label: string,
  verdict: RecordView['verdict'],
  diagnosis?: RecordView['diagnosis'],
) =>
  ({ key, label, verdict, diagnosis: diagnosis ?? null, checkedAt: '2026-11-21T00:00:00.000Z' }) as RecordView
const domain = (state: DomainView['state'], ...records: RecordView[]) =>
  ({ state, receiving: 'pending', records }) as unknown as DomainView

const before = domain('pending', record('dkim1', 'DKIM 1', 'missing'), record('dkim2', 'DKIM 2', 'missing'))

test('several changes are told in one breath', () => {
  const after = domain('verifying', record('dkim1', 'DKIM 1', 'found'), record('dkim2', 'DKIM 2', 'found'))
  expect(news(before, after)).toBe(
    'DKIM 1 and DKIM 2 found. All records to send are found. Waiting for confirmation.',
  )
})

test('a wrong record is named with its mistake', () => {
  const after = domain('pending', record('dkim1', 'DKIM 1', 'mismatch', 'wrong_type'), before.records[1]!)
  expect(news(before, after)).toBe('DKIM 1 found, but not right: wrong type.')
})

test('nothing new says nothing', () => {
  expect(news(before, { ...before })).toBe('')
})
