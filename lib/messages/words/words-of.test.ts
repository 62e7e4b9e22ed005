import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedTokens, tokensOf } from './tokens'
import { wordsOf, type Findable } from './words-of'

const mail = (more: Partial<Findable> = {}): Findable => ({
  tenantId: '22222222-2222-4222-8222-222222222222',
  inboxId: '11111111-1111-4111-8111-111111111111',
  subject: 'Invoice 2026-11 for Ångström',
  from: [{ name: 'Ada Löwe', address: 'ada.l@mail.x.dev' }],
  replyTo: [],
  to: [{ name: '', address: 'bob+tag@y.dev' }],
  cc: [],
  envelopeFrom: 'bounce@send.x.dev',
  recipient: 'bob@y.dev',
  attachments: [{ name: 'Übersicht.pdf', inline: false }],
  text: 'Please see https://www.example.com/a?b=1 or call +49 30 1234.',
  ...more,
})

describe('a message is found by', () => {
  const words = new Set(wordsOf(mail()))
  it.each([
    'tenant:22222222-2222-4222-8222-222222222222',
    'inbox:11111111-1111-4111-8111-111111111111',
    'file:yes',
    ...['invoice', 'subject:invoice', 'subject:2026', 'angstrom', 'subject:angstrom'],
    ...[
      'from:ada',
      'from:lowe',
      'from:ada.l@mail.x.dev',
      'from:mail.x.dev',
      'from:x.dev',
      'from:bounce@send.x.dev',
      'ada.l@mail.x.dev',
    ],
    ...['to:bob', 'to:bob@y.dev', 'to:bob+tag@y.dev', 'to:y.dev'],
    ...['ubersicht', 'ubersicht.pdf', 'example.com', 'www.example.com', '1234'],
  ])('%s', (word) => expect(words).toContain(word))
  it.each(['from:bob', 'to:ada', 'subject:please', 'from:y.dev'])('not %s', (word) =>
    expect(words).not.toContain(word),
  )
  it('its files only where they stand beside its text', () => {
    expect(wordsOf(mail({ attachments: [{ name: 'logo.png', inline: true }] }))).not.toContain('file:yes')
  })
})

describe('what is asked for is what was stored', () => {
  it.each([
    ['www.Example.com', ['www.example.com']],
    ['ada@x.dev', ['ada@x.dev']],
    ['well-known', ['well', 'known']],
    ['東京都', ['東京', '京都']],
    ['ﬁne Straße', ['fine', 'straße']],
    ['“quoted”, (x)', ['quoted', 'x']],
  ])('%s', (text, asked) => {
    expect([...askedTokens(text)]).toEqual(asked)
    const stored = new Set(tokensOf(text))
    for (const word of asked) expect(stored).toContain(word)
  })
  it('of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const stored = new Set(tokensOf(text))
        for (const word of askedTokens(text)) expect(stored).toContain(word)
      }),
    )
  })
})

describe('words fit their column, whatever the message is', () => {
  const size = (words: string[]) => words.reduce((sum, word) => sum + Buffer.byteLength(word) + 8, 0)
  it.each([
    ['dots', 'a.'.repeat(40_000)],
    ['letters of four bytes', '𝒳'.repeat(40_000)],
    ['many words', Array.from({ length: 20_000 }, (_, i) => `w${i}`).join(' ')],
    ['long words', Array.from({ length: 2_000 }, (_, i) => `${i}${'東'.repeat(80)}`).join('.')],
    ['one letter', '字'],
  ])('%s', (_, text) => {
    const people = Array.from({ length: 200 }, () => ({
      name: text.slice(0, 200),
      address: text.slice(-320),
    }))
    const words = wordsOf(
      mail({ text, subject: text.slice(0, 998), from: people, to: people, cc: people, replyTo: people }),
    )
    expect(size(words)).toBeLessThan(1_048_575)
    for (const word of words) expect(Buffer.byteLength(word)).toBeLessThan(2_046)
  })
  it('any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const word of wordsOf(mail({ text, subject: text }))) {
          expect(word).not.toBe('')
          expect(word).not.toContain('\0')
          expect(word.isWellFormed()).toBe(true)
        }
      }),
    )
  })
})
