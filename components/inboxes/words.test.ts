import { expect, it } from 'vitest'
import { asideWords, titleWords, tokenWords, unreadWords } from './words'

it.each([
  [0, 0, 'No messages'],
  [1, 1, '1 unread of 1'],
  [1, 0, '1 message, read'],
  [12_345, 0, '12,345 messages, all read'],
  [12_345, 1_002, '1,002 unread of 12,345'],
])('%i messages, %i of them unread: %s', (total, unread, words) =>
  expect(unreadWords({ total, unread })).toBe(words),
)

it.each([
  [0, 'orders@acme.com'],
  [3, '(3) orders@acme.com'],
  [12_345, '(12,345) orders@acme.com'],
])('with %i unread a window is called %s', (unread, title) =>
  expect(titleWords('orders@acme.com', unread)).toBe(title),
)

it.each([
  [0, 'No token is valid now'],
  [1, '1 token is valid now'],
  [2, '2 tokens are valid now'],
])('of %i tokens: %s', (n, words) => expect(tokenWords(n)).toBe(words))

it('names what lies aside, and says nothing when nothing does', () => {
  const none = { total: 0, unread: 0 }
  const counts = { inbox: none, spam: none, quarantine: none, trash: { total: 9, unread: 9 } }
  expect(asideWords(counts)).toBe('')
  expect(asideWords({ ...counts, quarantine: { total: 2, unread: 2 }, spam: { total: 5, unread: 3 } })).toBe(
    '3 unread in spam, 2 held in quarantine',
  )
})
