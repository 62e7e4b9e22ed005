import { expect, it } from 'vitest'
import { newsOf } from './news'

const mail = (id: string, minute: number, name = 'Ada') => ({
  id,
  receivedAt: `2026-11-21T10:0${minute}:00.000Z`,
  from: { name, address: 'ada@acme.com' },
  subject: `Letter ${id}`,
})
const [a, b, c, d] = [mail('a', 1), mail('b', 2), mail('c', 3), mail('d', 4, '')]

it.each([
  [[b, a], [c, b, a], 'New message from Ada: Letter c.'],
  [[b, a], [d, b, a], 'New message from ada@acme.com: Letter d.'],
  [[b, a], [d, c, b, a], '2 new messages.'],
  [[], [a], 'New message from Ada: Letter a.'],
  [[b, a], [b, a], ''],
  // one taken back out of trash, further down, is no news; nor is what went
  [[c, b], [c, b, a], ''],
  [[c, b], [b], ''],
])('says once what came', (before, after, said) => expect(newsOf(before, after)).toBe(said))
