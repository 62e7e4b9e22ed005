import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openStream } from './stream'

/** What a browser gives: a source whose fate the test decides. */
class Source extends EventTarget {
  static readonly CLOSED = 2
  static made: Source[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  constructor(readonly url: string) {
    super()
    Source.made.push(this)
  }
  close() {
    this.readyState = Source.CLOSED
  }
  refuse() {
    this.close()
    this.onerror()
  }
}
const last = () => Source.made.at(-1)!

beforeEach(() => {
  vi.useFakeTimers()
  Source.made = []
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open() {
  const told: string[] = []
  const close = openStream('mnexa', {
    change: ({ noun, id }) => told.push(`${noun} ${id}`),
    up: (up) => told.push(up ? 'up' : 'down'),
    refused: () => told.push('refused'),
    bye: () => told.push('bye'),
  })
  return { told, close }
}

it('who is refused before anything was heard is told so, once, while it tries again', () => {
  const { told } = open()
  for (let tries = 1; tries <= 4; tries++) {
    expect(Source.made).toHaveLength(tries)
    last().refuse()
    vi.advanceTimersByTime(30_000)
  }
  expect(told.filter((word) => word === 'refused')).toHaveLength(1)
  expect(told).not.toContain('up')
})

it('after it stood, being refused is told anew', () => {
  const { told } = open()
  last().refuse()
  vi.advanceTimersByTime(1_000)
  last().onopen()
  last().refuse()
  expect(told).toEqual(['down', 'refused', 'up', 'down', 'refused'])
})

it('what the browser mends by itself is no refusal, and the end is the end', () => {
  const { told } = open()
  last().onopen()
  last().onerror()
  last().dispatchEvent(new MessageEvent('change', { data: '{"noun":"domains","id":"one"}' }))
  last().dispatchEvent(new Event('bye'))
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['up', 'down', 'domains one', 'bye'])
  expect(Source.made).toHaveLength(1)
})
