import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldId, refsOf } from './refs'

const ses = '0100018f2b7c1a2d-0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9-000000'

describe('one message has one id', () => {
  it.each([
    [`<${ses}@email.amazonses.com>`, ses],
    [`${ses}@eu-west-1.amazonses.com`, ses],
    [ses.toUpperCase(), ses],
    ['<Ab.C@Host.Example>', 'Ab.C@host.example'],
    ['no-at-sign', 'no-at-sign'],
    // Somebody else's host does not speak for the mail network.
    [`${ses}@email.amazonses.com.evil.dev`, `${ses}@email.amazonses.com.evil.dev`],
  ])('%s', (id, folded) => expect(foldId(id)).toBe(folded))

  it('whatever it is, folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(foldId(foldId(id))).toBe(foldId(id))
      }),
    )
  })
})

it('the nearest come first, each once, and not too many', () => {
  const references = Array.from({ length: 500 }, (_, i) => `${i}@x`)
  const refs = refsOf({ messageId: 'own@x', inReplyTo: '499@x', references })
  expect(refs).toHaveLength(20)
  expect(refs[1]).toBe(refsOf({ messageId: null, inReplyTo: '499@X', references: [] })[0])
  expect(new Set(refs).size).toBe(20)
})

it('a message without any id is related to nothing', () => {
  expect(refsOf({ messageId: null, inReplyTo: null, references: [] })).toEqual([])
})
