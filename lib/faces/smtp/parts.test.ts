import { createHash, randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { devNull } from 'node:os'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Guests } from './guests'
import { HeadCount } from './head-count'
import { lanes } from './lanes'
import { answerOf } from './reply'
import { Spool } from './spool'
import { isHelo } from './trace'

describe('what comes in is kept as it came', () => {
  it.each([0, 10, 65_536, 200_000, 262_144, 300_000, 3_000_000])(
    '%i bytes, read twice at once',
    async (size) => {
      const bytes = randomBytes(size)
      const spool = new Spool()
      for (let at = 0; at < size; at += 70_000) await spool.add(bytes.subarray(at, at + 70_000))
      expect(spool.size).toBe(size)
      expect(spool.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'))
      const read = async () => buffer(await spool.open())
      for (const copy of await Promise.all([read(), read()])) expect(copy.equals(bytes)).toBe(true)
      await spool.close()
    },
  )

  it('in pieces of a few bytes, with few writes to the disk', async () => {
    const probe = await open(devNull)
    const write = vi.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'writeFile')
    const bytes = randomBytes(1_000_003)
    const spool = new Spool()
    for (let at = 0; at < bytes.length; at += 7) await spool.add(bytes.subarray(at, at + 7))
    expect(write.mock.calls.length).toBeGreaterThan(0)
    expect(write.mock.calls.length).toBeLessThan(20)
    write.mockRestore()
    expect((await buffer(await spool.open())).equals(bytes)).toBe(true)
    expect(spool.sha256()).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect((await buffer(await spool.open())).equals(bytes)).toBe(true)
    await Promise.all([spool.close(), probe.close()])
  })

  it('in lines, however many, and not in crumbs without end', async () => {
    const [lines, crumbs] = [new Spool(), new Spool()]
    const fill = async (spool: Spool, bytes: number) => {
      for (let n = 0; n < 400_000; n++) await spool.add(Buffer.alloc(bytes))
    }
    await fill(lines, 78)
    expect(lines.size).toBe(78 * 400_000)
    await expect(fill(crumbs, 3)).rejects.toMatchObject({ responseCode: 421 })
    expect(crumbs.size).toBeLessThan(700_000)
    await Promise.all([lines.close(), crumbs.close()])
  })
})

it('servers and signatures are counted in the head only, in whatever pieces it comes', () => {
  const hop = 'Received: from a\r\n\tby b\r\n'
  const raw = Buffer.from(
    `${hop.repeat(3)}DKIM-Signature: v=1\r\nreceived : x\nX: Received: no\r\n\r\n${hop}`,
  )
  const headBytes = raw.indexOf('\r\n\r\n') + 4
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
      const count = new HeadCount()
      for (let at = 0; at < raw.length; at += size) count.add(raw.subarray(at, at + size))
      expect([count.received, count.signatures, count.bytes]).toEqual([4, 1, headBytes])
    }),
  )
})

it('at most so many are under way, in the order they came', async () => {
  const inTurn = lanes(2)
  let [now, most] = [0, 0]
  const order: number[] = []
  const one = (n: number) =>
    inTurn(async () => {
      most = Math.max(most, ++now)
      order.push(n)
      await new Promise((resolve) => setTimeout(resolve, 5))
      now--
      if (n === 2) throw new Error('no')
    })
  await Promise.allSettled(Array.from({ length: 8 }, (_, n) => one(n)))
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

it('of one network a share is under way, and who has fewer goes first, by turns', async () => {
  const inTurn = lanes(3, 2)
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const start = (name: string) =>
    inTurn(() => {
      began.push(name)
      return new Promise<void>((end) => ends.set(name, end))
    }, name[0])
  const end = async (name: string) => {
    ends.get(name)!()
    await new Promise((resolve) => setImmediate(resolve))
    return began.splice(0).join(' ')
  }
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1', 'c2'].map(start)
  await new Promise((resolve) => setImmediate(resolve))
  expect(began.splice(0).join(' ')).toBe('a1 a2 b1')
  expect(await end('a1')).toBe('c1')
  expect(await end('c1')).toBe('c2')
  expect(await end('b1')).toBe('b2')
  expect(await end('a2')).toBe('a3')
  expect(await end('a3')).toBe('a4')
  for (const name of ['b2', 'c2', 'a4']) expect(await end(name)).toBe('')
  await Promise.all(all)
})

it('one network may take a quarter of the places', () => {
  const guests = new Guests(8)
  const [a, b, c] = [{}, {}, {}]
  guests.enter(a, 'x')
  guests.enter(b, 'x')
  expect(() => guests.enter(c, 'x')).toThrow('Too many connections')
  guests.leave(c)
  expect(() => guests.enter(c, 'x')).toThrow('Too many connections')
  guests.enter(c, 'y')
  guests.leave(a)
  guests.enter({}, 'x')
})

it.each([
  ['mx.sender.example', true],
  ['[192.0.2.1]', true],
  ['[IPv6:2001:db8::1]', true],
  ['under_score', true],
  ['', false],
  [false, false],
  ['a b', false],
  ['a\r\nX: y', false],
  ['<script>', false],
  ['x'.repeat(300), false],
])('greeting as %j', (name, isOne) => expect(isHelo(name)).toBe(isOne))

describe('the answer', () => {
  const refusal = (code: 450 | 452 | 550, reason: 'storage_full' | 'blocked_sender') => ({
    recipient: 'r',
    outcome: 'refused' as const,
    refusal: { code, reason, enhanced: code < 500 ? '4.2.2' : '5.7.1', text: reason },
  })
  it('is yes when anybody took it', () => {
    expect(answerOf([refusal(550, 'blocked_sender'), { recipient: 'x', outcome: 'stored', id: 'i' }])).toBe(
      '2.0.0 stored as i',
    )
  })
  it('of several reasons is the one that may pass', () => {
    expect(() => answerOf([refusal(550, 'blocked_sender'), refusal(452, 'storage_full')])).toThrow(
      '4.2.2 storage_full',
    )
  })
  it('without a reason is that there is nobody', () => {
    expect(() => answerOf([{ recipient: 'x', outcome: 'refused' }])).toThrow('5.1.1')
  })
})
