import { expect, test } from 'vitest'
import { relative } from './time-words'

const now = Date.parse('2026-11-21T12:00:00Z')
test.each([
  [0, 'just now'],
  [-40, '40 s ago'],
  [-61, '1 min ago'],
  [-7300, '2 h ago'],
  [-3 * 86400, '3 days ago'],
  [72 * 3600 - 60, 'in 3 days'],
  [30, 'in 30 s'],
])('%d seconds from now is %s', (seconds, words) => {
  expect(relative(now + seconds * 1000, now)).toBe(words)
})
