import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MessageSummary } from '@/lib/messages/view'
import {
  forgotten,
  joined,
  messagesOf,
  readPage,
  standing,
  type MessagePage,
  type MessagePages,
} from './pages'

const PAGE = 50
const message = (n: number): MessageSummary => ({
  ...{ id: `id-${String(n).padStart(5, '0')}`, inboxId: '', threadId: '', folder: 'inbox', label: null },
  ...{
    from: { name: '', address: '' },
    subject: `${n}`,
    snippet: '',
    unread: true,
    hasFiles: false,
    size: 1,
  },
  ...{ markers: [], vouched: 'yes', masked: false },
  receivedAt: new Date(n * 1_000).toISOString(),
})
const page = (nextCursor: string | null, ...ns: number[]): MessagePage => ({
  ...{ items: ns.map(message), nextCursor, lookedBackTo: null, notUnderstood: [] },
})
const numbers = (pages: readonly MessagePage[]) => messagesOf(pages).map(({ subject }) => Number(subject))

/** A list on a server, and somebody who looks at it, as TanStack Query reads an infinite one: again is from its beginning. */
function looked(at: number[]) {
  const list = { on: at, asked: 0 }
  let known: MessagePages | undefined
  const ask = (cursor: string): Promise<MessagePage> => {
    list.asked++
    const older = list.on.filter((n) => cursor === '' || n < Number(cursor)).toSorted((a, b) => b - a)
    const items = older.slice(0, PAGE).map(message)
    return Promise.resolve({
      ...{ items, notUnderstood: [], lookedBackTo: null },
      nextCursor: older.length > PAGE ? items.at(-1)!.subject : null,
    })
  }
  const read = async (from: MessagePages, count: number) => {
    let found = from
    while (found.pages.length < count) {
      const last = found.pages.at(-1)
      const cursor = last ? last.nextCursor : ''
      if (cursor === null) break
      const page = await readPage(() => known, cursor, ask)
      found = { pages: [...found.pages, page], pageParams: [...found.pageParams, cursor] }
    }
    known = found
  }
  const nothing = { pages: [], pageParams: [] }
  return Object.assign(list, {
    shown: () => numbers(known?.pages ?? []),
    /** reads so many pages */
    down: (pages: number) => read(nothing, pages),
    /** reads what it knows again; answers how often it asked */
    async again() {
      list.asked = 0
      await read(nothing, known!.pages.length)
      return list.asked
    },
    more: () => read(known!, known!.pages.length + 1),
    forget: () => void (known = forgotten(known!)),
  })
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i)

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

describe('a list of two thousand that is read again', () => {
  it('is asked for once, has what came on top, and keeps its place', async () => {
    const list = looked(upTo(3_000))
    await list.down(40)
    expect(list.shown()).toEqual(down(3_000, 1_001))
    for (const n of [3_001, 3_002, 3_003]) {
      list.on.push(n)
      expect(await list.again()).toBe(1)
    }
    expect(list.shown()).toEqual(down(3_003, 1_001))
    await list.more()
    expect(list.shown()).toEqual(down(3_003, 951))
  })

  it('loses what is gone from its top, and nothing beside it', async () => {
    const list = looked(upTo(3_000))
    await list.down(40)
    list.on = list.on.filter((n) => n % 2 === 0 || n < 2_960)
    expect(await list.again()).toBe(1)
    expect(list.shown()).toEqual(list.on.filter((n) => n > 1_000).toReversed())
  })

  it('shows what others did further down a few minutes later, and at once when it is told to forget', async () => {
    const list = looked(upTo(3_000))
    await list.down(40)
    list.on = list.on.filter((n) => n !== 1_500)
    expect(await list.again()).toBe(1)
    expect(list.shown()).toContain(1_500)
    vi.setSystemTime(Date.now() + 6 * 60_000)
    expect(await list.again()).toBe(40)
    expect(list.shown()).not.toContain(1_500)
    list.on = list.on.filter((n) => n !== 1_400)
    list.forget()
    expect(await list.again()).toBe(40)
    expect(list.shown()).not.toContain(1_400)
  })

  it('has no hole when more came than a page holds', async () => {
    const list = looked(upTo(300))
    await list.down(3)
    list.on.push(...down(400, 301))
    await list.again()
    expect(list.shown()).toEqual(down(400, 251))
    await list.more()
    expect(list.shown()).toEqual(down(400, 201))
  })

  it('ends where it ends now', async () => {
    const list = looked(upTo(120))
    await list.down(3)
    list.on = [120, 119]
    expect(await list.again()).toBe(1)
    expect(list.shown()).toEqual([120, 119])
  })
})

it('what was done while the page was asked for stays done', async () => {
  const known: MessagePages = {
    pages: [{ ...page('c', 3, 2, 1), readAt: Date.now() }],
    pageParams: [''],
  }
  const found = await readPage(
    () => known,
    '',
    () => {
      known.pages[0]!.items = [3, 1].map(message)
      return Promise.resolve(page('3', 4, 3))
    },
  )
  expect(numbers([found])).toEqual([4, 3, 1])
})

it('of one moment the later id is the newer message', () => {
  const at = (id: string) => ({ ...message(1), id, subject: id })
  const of = (nextCursor: string, ...ids: string[]) => ({ ...page(nextCursor), items: ids.map(at) })
  expect(numbers([joined(of('x', '9', '8'), of('y', '9', '8', '7'))])).toEqual([9, 8, 7])
})

describe('a search that has found nothing so far', () => {
  const empty = (nextCursor: string, lookedBackTo: number) => ({
    ...page(nextCursor),
    lookedBackTo: new Date(lookedBackTo).toISOString(),
  })
  it.each([
    ['waits for its first page', { known: false, messages: [], more: false }, 'waiting'],
    ['looks on while there is more', { known: true, messages: [], more: true }, 'looking'],
    ['says so at the end', { known: true, messages: [], more: false }, 'empty'],
    ['shows what it finds', { known: true, messages: [1], more: true }, 'list'],
  ])('%s', (_, read, wanted) => expect(standing(read)).toBe(wanted))

  it('keeps what it looked at when mail comes meanwhile', () => {
    const known = { ...empty('far', 1_000), readAt: 9_000 }
    expect(joined(empty('less-far', 2_000), known)).toEqual(known)
  })
  it('looks again where more came than it looks at in one', () => {
    const fresh = empty('new', 10_000)
    expect(joined(fresh, { ...empty('far', 1_000), readAt: 9_000 })).toEqual(fresh)
  })
})
