import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { spaced } from './spaced'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('those who ask at the same moment are served once', () => {
  const [act, soon] = [vi.fn(), spaced(50, 1_000)]
  for (let asked = 0; asked < 7; asked++) soon(act)
  vi.advanceTimersByTime(50)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(act).toHaveBeenCalledTimes(1)
})

it('a burst is served once a gap, and whoever asked last is served after it asked', () => {
  const [act, soon] = [vi.fn(), spaced(50, 1_000)]
  for (let ms = 0; ms < 3_000; ms += 10) {
    soon(act)
    vi.advanceTimersByTime(10)
  }
  expect(act).toHaveBeenCalledTimes(3)
  vi.advanceTimersByTime(1_050)
  expect(act).toHaveBeenCalledTimes(4)
})

it('after a quiet while the next one waits only for its neighbours', () => {
  const [act, soon] = [vi.fn(), spaced(50, 1_000)]
  soon(act)
  vi.advanceTimersByTime(5_000)
  soon(act)
  vi.advanceTimersByTime(50)
  expect(act).toHaveBeenCalledTimes(2)
})
