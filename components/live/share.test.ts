import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { joinStream } from './share'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static made: Source[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  constructor() {
    super()
    Source.made.push(this)
  }
  close() {
    this.readyState = Source.CLOSED
  }
}

const leaving: (() => void)[] = []
beforeEach(() => {
  Source.made = []
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
  vi.unstubAllGlobals()
})

/** A tab of the browser, and what it was told. */
function tab() {
  const told: string[] = []
  leaving.push(
    joinStream('mnexa', {
      change: ({ id }) => told.push(id),
      up: (up) => told.push(up ? 'up' : 'down'),
      refused: () => told.push('refused'),
      bye: () => told.push('bye'),
    }),
  )
  return told
}

it('a tab that comes later learns that the stream stands; to the others nothing happened', async () => {
  const first = tab()
  await vi.waitFor(() => expect(Source.made).toHaveLength(1))
  Source.made[0]!.onopen()
  const second = tab()
  await vi.waitFor(() => expect(second).toEqual(['up']))
  const third = tab()
  await vi.waitFor(() => expect(third).toEqual(['up']))
  Source.made[0]!.dispatchEvent(new MessageEvent('change', { data: '{"noun":"domains","id":"one"}' }))
  await vi.waitFor(() => expect([second.at(-1), third.at(-1)]).toEqual(['one', 'one']))
  expect([first, second]).toEqual([
    ['up', 'one'],
    ['up', 'one'],
  ])
  expect(Source.made).toHaveLength(1)
})

it('all tabs hear that the stream is refused', async () => {
  const first = tab()
  await vi.waitFor(() => expect(Source.made).toHaveLength(1))
  const second = tab()
  await vi.waitFor(() => expect(second).toEqual(['down']))
  Source.made[0]!.close()
  Source.made[0]!.onerror()
  await vi.waitFor(() => expect(second).toContain('refused'))
  expect(first).toEqual(['down', 'refused'])
})
