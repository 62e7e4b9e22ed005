import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Stays } from './stays'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Step = 'begins' | 'ended' | 'leave' | number

// Ten without a message, a hundred in all.
it.each<[string, Step[], number | null]>([
  ['who brings nothing goes', [1_000], 10],
  ['who begins in time stays', [9, 'begins', 50], null],
  ['after a message there is as much time again', [9, 'begins', 50, 'ended', 1_000], 69],
  ['nobody stays for ever with message after message', [...many(12)], 100],
  ['a message that has begun may end, and then it is time', [...many(10), 5, 'begins', 30, 'ended', 1], 125],
  ['who has left is not turned out', ['begins', 'ended', 'leave', 1_000], null],
  ['who has left in the middle of a message is not either', ['begins', 'leave', 'ended', 1_000], null],
])('%s', (_, steps, turnedOutAt) => {
  const began = Date.now()
  const turnedOut: number[] = []
  const stays = new Stays({ mostIdle: 10, mostStay: 100 }, () => {
    turnedOut.push(Date.now() - began)
    stays.leave(guest)
  })
  const guest = {}
  stays.enter(guest)
  for (const step of steps)
    if (typeof step === 'number') vi.advanceTimersByTime(step)
    else stays[step](guest)
  expect(turnedOut).toEqual(turnedOutAt === null ? [] : [turnedOutAt])
})

/** So many messages, nine apart. */
function many(count: number): Step[] {
  return Array.from({ length: count }, (): Step[] => [9, 'begins', 'ended']).flat()
}
