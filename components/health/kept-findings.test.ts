import { expect, it } from 'vitest'
import { keptFindings } from './kept-findings'

const none = {
  held: {
    ...{ tenants: 0, messages: 0, bytes: 0, fullest: 0, unkept: 0 },
    ...{ bytesEach: 1e9, messagesEach: 10_000 },
  },
  stray: { ...{ messages: 0, bytes: 0, unkept: 0 }, mostBytes: 5e9, mostMessages: 20_000 },
}
const told = (held: object, stray: object = {}) =>
  keptFindings({ held: { ...none.held, ...held }, stray: { ...none.stray, ...stray } }).map(
    ({ good, text }) => `${good ? 'well' : 'not'}: ${text}`,
  )
const some = { tenants: 2, messages: 1_204, bytes: 3.4e6, fullest: 0.129 }

it.each([
  [{}, {}, ['well: No mail is held for want of room.', 'well: No mail came for nobody we know.']],
  [
    some,
    { messages: 1, bytes: 812 },
    [
      'well: 1,204 messages, 3.4 MB, of 2 organisations are held for want of room. One may have 10,000 messages or 1 GB held: the fullest has 12 % of that.',
      'well: 1 message waits for nobody we know, 812 B in all. At most 20,000 messages or 5 GB are kept.',
    ],
  ],
  [{ ...some, fullest: 1 }, {}, [expect.stringMatching(/^not: .* 100 % of that\.$/), expect.any(String)]],
  [
    { ...some, unkept: 1 },
    { messages: 20_000, bytes: 1e9, unkept: 7 },
    [
      expect.stringMatching(/^not: 1,204 messages/),
      expect.stringMatching(/^not: 1 message in the last seven days was accepted and not kept/),
      expect.stringMatching(/^not: 20,000 messages wait for nobody/),
      expect.stringMatching(/^not: 7 messages for nobody we know were not kept/),
    ],
  ],
])('%j and %j', (held, stray, says) => expect(told(held, stray)).toEqual(says))
