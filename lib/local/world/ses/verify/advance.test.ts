import { describe, expect, it } from 'vitest'
import type { Watch } from '../../store/entities'
import { advance, expire, SEARCH_MS, type Sighting } from './advance'

const right: Sighting = { right: true }
const gone: Sighting = { right: false, error: 'HOST_NOT_FOUND' }
const trouble: Sighting = { right: false, error: 'DNS_SERVER_ERROR' }
const DELAY = 1_000

describe('one look moves one watch', () => {
  it.each<[string, Watch, Sighting, number, Partial<Watch>]>([
    [
      'right for the first time waits',
      { status: 'PENDING', since: 0 },
      right,
      5,
      { status: 'PENDING', rightSince: 5 },
    ],
    [
      'right for long enough is SUCCESS',
      { status: 'PENDING', since: 0, rightSince: 5 },
      right,
      1005,
      { status: 'SUCCESS' },
    ],
    [
      'a break starts the wait again',
      { status: 'PENDING', since: 0, rightSince: 5 },
      gone,
      500,
      { status: 'PENDING', error: 'HOST_NOT_FOUND' },
    ],
    ['72 hours of nothing is FAILED', { status: 'PENDING', since: 0 }, gone, SEARCH_MS, { status: 'FAILED' }],
    [
      'one bad look keeps SUCCESS',
      { status: 'SUCCESS', since: 0 },
      gone,
      5,
      { status: 'SUCCESS', wrongSince: 5 },
    ],
    [
      'lost for a while is TEMPORARY_FAILURE',
      { status: 'SUCCESS', since: 0, wrongSince: 5 },
      gone,
      1005,
      { status: 'TEMPORARY_FAILURE', since: 1005 },
    ],
    [
      'a server in trouble is given longer',
      { status: 'SUCCESS', since: 0, wrongSince: 5 },
      trouble,
      1005,
      { status: 'SUCCESS' },
    ],
    [
      'but not for ever',
      { status: 'SUCCESS', since: 0, wrongSince: 5 },
      trouble,
      10_005,
      { status: 'TEMPORARY_FAILURE' },
    ],
    [
      'found again is SUCCESS',
      { status: 'TEMPORARY_FAILURE', since: 0, rightSince: 5 },
      right,
      1005,
      { status: 'SUCCESS' },
    ],
    [
      'lost for 72 hours is FAILED',
      { status: 'TEMPORARY_FAILURE', since: 5 },
      gone,
      5 + SEARCH_MS,
      { status: 'FAILED' },
    ],
    [
      'FAILED is looked at no more',
      { status: 'FAILED', since: 0, rightSince: 1 },
      right,
      9e9,
      { status: 'FAILED' },
    ],
    [
      'held by hand stays',
      { status: 'TEMPORARY_FAILURE', since: 0, held: true },
      right,
      9e9,
      { status: 'TEMPORARY_FAILURE' },
    ],
  ])('%s', (_, watch, seen, now, after) => {
    expect(advance(watch, seen, now, DELAY)).toMatchObject(after)
  })

  it('being right takes the error away', () => {
    expect(
      advance({ status: 'PENDING', since: 0, error: 'HOST_NOT_FOUND' }, right, 1, DELAY),
    ).not.toHaveProperty('error')
  })

  it('expiring ends a search and nothing else', () => {
    expect(expire({ status: 'PENDING', since: 0 }).status).toBe('FAILED')
    expect(expire({ status: 'SUCCESS', since: 0 }).status).toBe('SUCCESS')
  })
})
