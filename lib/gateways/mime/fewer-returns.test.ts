import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FewerReturns } from './fewer-returns'
import { readMessage } from './read-message'

const thin = (chunks: string[]) =>
  text(Readable.from(chunks.map((one) => Buffer.from(one))).pipe(new FewerReturns()))
const R = '\r'

it.each([
  ['lines', 'a\r\nb\r\n\r\n\r\nc\n', 'a\r\nb\r\n\r\n\r\nc\n'],
  ['a hundred more', `a${R.repeat(101)}z`, `a${R.repeat(101)}z`],
  ['a thousand', `a${R.repeat(1_000)}z${R.repeat(1_000)}\n`, `a${R.repeat(101)}z${R.repeat(101)}\n`],
  ['with line feeds between', '\r\r\n'.repeat(102), `${'\r\r\n'.repeat(100)}\r\n\r\n`],
  ['empty lines, however many', '\r\n'.repeat(1_000), '\r\n'.repeat(1_000)],
])('%s, in whatever pieces they come', async (_, all, left) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (size) => {
      expect(await thin(all.match(new RegExp(`[^]{1,${size}}`, 'g'))!)).toBe(left)
    }),
    { numRuns: 20 },
  )
})

it.each([
  ['of the message', (returns: string) => `Subject: a${returns}z\r\n\r\nbody\r\n`],
  [
    'of a part',
    (returns: string) =>
      `Subject: az\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX: ${returns}z\r\n\r\nbody\r\n--b--\r\n`,
  ],
  [
    'with line feeds',
    (returns: string) => `Subject: az\r\nX: ${returns.replaceAll('\r\r', '\r\r\n')}z\r\n\r\nbody`,
  ],
])('a megabyte of returns in the head %s is read in no time', async (_, raw) => {
  const bytes = Buffer.from(raw(R.repeat(900_000)))
  const before = process.cpuUsage()
  const { subject } = await readMessage(() => Promise.resolve(Readable.from([bytes])))
  const { user } = process.cpuUsage(before)
  expect(subject).toBe('az')
  expect(user / 1_000).toBeLessThan(1_000)
})
