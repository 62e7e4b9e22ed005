import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeReply } from './message'
import { encodeSays } from './testing/dns-server'
import { a, txt } from './testing/records'

const question = { name: 'zone.test', type: 'TXT' } as const
const bytes = (says: Parameters<typeof encodeSays>[0]) => encodeSays(says, { id: 7, question })

describe('decoding a reply', () => {
  test('a character cut in two by a chunk border is whole again', () => {
    const parts = [Buffer.from([0xc3]), Buffer.from([0xbc])]
    const answer = bytes({ answers: [{ name: 'zone.test', type: 'TXT', data: parts }] })
    expect(decodeReply(answer, 7, question)).toMatchObject({ answers: [{ text: 'ü' }] })
  })

  test('other classes are left out, and an endless TTL is none', () => {
    const answers = [
      { ...txt('zone.test', 'x'), class: 'CH' as const, ttl: 1 },
      { ...a('zone.test', '192.0.2.1'), ttl: 2 ** 32 - 1 },
    ]
    expect(decodeReply(bytes({ answers }), 7, question)).toMatchObject({ answers: [{ type: 'A', ttl: 0 }] })
  })

  test('a reply cut anywhere is malformed', () => {
    const whole = bytes({ answers: [txt('zone.test', 'one', 'two')] })
    for (let length = 0; length < whole.length; length++)
      expect(decodeReply(whole.subarray(0, length), 7, question), `${length} bytes`).toBe('malformed')
  })

  test('no bytes make it throw', () => {
    const noise = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(noise, fc.boolean(), fc.nat(8), (tail, behindQuestion, count) => {
        const head = behindQuestion ? bytes({}) : Buffer.alloc(0)
        if (behindQuestion) head.writeUInt16BE(count, 6)
        const seen = decodeReply(Buffer.concat([head, tail]), 7, question)
        expect(typeof seen === 'string' || Array.isArray(seen.answers)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
