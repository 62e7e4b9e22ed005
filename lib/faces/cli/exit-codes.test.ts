import { expect, it } from 'vitest'
import { catalog } from '@/lib/kernel/errors'
import { exitOf, exits } from './exit-codes'

it('the exit codes are frozen: scripts rely on them', () =>
  expect(exits).toEqual({
    ok: 0,
    failed: 1,
    usage: 2,
    conflict: 3,
    denied: 4,
    notFound: 5,
    tooOften: 6,
    tryAgain: 7,
  }))

it.each(Object.entries(catalog))('%s ends as the catalog says', (_, { status, exit }) =>
  expect(exitOf(status)).toBe(exit),
)
