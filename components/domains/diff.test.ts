import { expect, test } from 'vitest'
import { differing } from './diff'

const marked = (text: string, other: string) =>
  differing(text, other)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join('')

test.each([
  [
    'CNAME a.dkim.amazonses.com.mnexa.ai',
    'CNAME a.dkim.amazonses.com',
    'CNAME a.dkim.amazonses.com[.mnexa.ai]',
  ],
  ['TXT a.dkim.amazonses.com', 'CNAME a.dkim.amazonses.com', '[TXT] a.dkim.amazonses.com'],
  ['CNAME 3k7.dkim.amazonses.com', 'CNAME ab3k7.dkim.amazonses.com', 'CNAME 3k7.dkim.amazonses.com'],
  ['CNAME ab3k7.dkim.amazonses.com', 'CNAME 3k7.dkim.amazonses.com', 'CNAME [ab]3k7.dkim.amazonses.com'],
  ['MX 1 aspmx.google.com', 'MX 10 inbound.amazonaws.com', 'MX [1 aspmx.google].com'],
  ['same', 'same', 'same'],
])('%s against %s is marked where it differs', (text, other, expected) => {
  expect(marked(text, other)).toBe(expected)
})
