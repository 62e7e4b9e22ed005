import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FRESH_MS, onChange, tellChange, toldLately } from './told'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a page that shows itself after the telling knows of it, for as long as what was read counts as fresh', () => {
  expect(toldLately('messages')).toBe(false)
  tellChange('messages', 'one')
  expect(toldLately('messages')).toBe(true)
  expect(toldLately('usage')).toBe(false)
  vi.advanceTimersByTime(FRESH_MS - 1)
  expect(toldLately('messages')).toBe(true)
  vi.advanceTimersByTime(1)
  expect(toldLately('messages')).toBe(false)
})

it('what may have been missed is of every noun', () => {
  tellChange('*', '*')
  expect(toldLately('usage')).toBe(true)
})

it('who listens is told, until it leaves', () => {
  const heard: string[] = []
  const leave = onChange((noun, id) => heard.push(`${noun} ${id}`))
  tellChange('tenants', 'a')
  leave()
  tellChange('tenants', 'b')
  expect(heard).toEqual(['tenants a'])
})
