import { expect, it } from 'vitest'
import { FAILED, inWords, PASSED, SKIPPED, total, withExitCode } from './tally'

it('counts are added up, and said in the words that CI reads', () => {
  expect(inWords(total([PASSED, { passed: 41, failed: 0, skipped: 2 }, FAILED, SKIPPED]))).toBe(
    '42 passed, 1 failed, 3 skipped',
  )
})

it('a runner that ran no test has failed, whatever its exit code', () => {
  expect(withExitCode({ passed: 0, failed: 0, skipped: 3 }, 0).failed).toBe(1)
})

it('a runner that ended badly has failed, though every test passed', () => {
  expect(withExitCode({ passed: 5, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

it('failures are not counted twice', () => {
  expect(withExitCode({ passed: 5, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 5, failed: 2, skipped: 0 })
})
