import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { parseDomainName } from './parse-name'

function refusal(input: string): AppError {
  try {
    parseDomainName(input)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${input} was taken`)
}

const label63 = 'a'.repeat(63)
const name253 = `${label63}.${label63}.${label63}.${'b'.repeat(57)}.dev`

describe('what people type becomes the name as DNS has it', () => {
  it.each([
    ['inbox.mnexa.ai', 'inbox.mnexa.ai'],
    ['  mnexa.ai\t', 'mnexa.ai'],
    ['Inbox.MNEXA.Ai', 'inbox.mnexa.ai'],
    ['mnexa.ai.', 'mnexa.ai'],
    ['a.b.c.d.mnexa.ai', 'a.b.c.d.mnexa.ai'],
    ['mnexa.co.uk', 'mnexa.co.uk'],
    ['harbor.github.io', 'harbor.github.io'],
    ['3m.com', '3m.com'],
    ['xn--bcher-kva.de', 'xn--bcher-kva.de'],
    ['XN--BCHER-KVA.DE', 'xn--bcher-kva.de'],
    ['bücher.de', 'xn--bcher-kva.de'],
    ['BÜCHER.de', 'xn--bcher-kva.de'],
    ['bücher.de'.normalize('NFD'), 'xn--bcher-kva.de'],
    ['ｂücher．de', 'xn--bcher-kva.de'],
    ['bücher。de', 'xn--bcher-kva.de'],
    ['bücher.de｡', 'xn--bcher-kva.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    [`${'é'.repeat(40).normalize('NFD')}.fr`, new URL(`http://${'é'.repeat(40)}.fr`).hostname],
    ['straße.de', 'xn--strae-oqa.de'],
    [`${label63}.dev`, `${label63}.dev`],
    [name253, name253],
    ['latest.dev', 'latest.dev'],
    ['my-example.com', 'my-example.com'],
  ])('%j becomes %j', (typed, name) => expect(parseDomainName(typed)).toBe(name))
})

describe('what is no domain of a customer is refused with its own code, at the field', () => {
  it.each([
    ['', 'domain_empty'],
    ['   ', 'domain_empty'],
    [`${'a'.repeat(64)}.dev`, 'domain_too_long'],
    [`a${name253}`, 'domain_too_long'],
    [`${'ü'.repeat(60)}${'ö'.repeat(3)}.de`, 'domain_too_long'],
    ['ada@mnexa.ai', 'domain_is_address'],
    ['Ada <ada@mnexa.ai>', 'domain_is_address'],
    ['mailto:ada@mnexa.ai', 'domain_is_address'],
    ['http://mnexa.ai', 'domain_is_url'],
    ['HTTPS://mnexa.ai/', 'domain_is_url'],
    ['mnexa.ai/path', 'domain_is_url'],
    ['mnexa.ai?x=1', 'domain_is_url'],
    ['mnexa.ai#top', 'domain_is_url'],
    ['mnexa.ai:443', 'domain_is_url'],
    ['https://ada:secret@mnexa.ai', 'domain_is_url'],
    ['//mnexa.ai', 'domain_is_url'],
    ['192.0.2.7', 'domain_malformed'],
    ['192.0.2', 'domain_malformed'],
    ['0x7f.1', 'domain_malformed'],
    ['2130706433', 'domain_malformed'],
    ['::1', 'domain_malformed'],
    ['2001:db8::1', 'domain_malformed'],
    ['[2001:db8::1]', 'domain_malformed'],
    ['com', 'domain_public_suffix'],
    ['co.uk', 'domain_public_suffix'],
    ['CO.UK.', 'domain_public_suffix'],
    ['github.io', 'domain_public_suffix'],
    ['vercel.app', 'domain_public_suffix'],
    ['xn--p1ai', 'domain_public_suffix'],
    ['localhost', 'domain_special_use'],
    ['mail.localhost', 'domain_special_use'],
    ['example.com', 'domain_special_use'],
    ['mail.example.com', 'domain_special_use'],
    ['shop.example', 'domain_special_use'],
    ['printer.local', 'domain_special_use'],
    ['a.b.test', 'domain_special_use'],
    ['x.onion', 'domain_special_use'],
    ['x.home.arpa', 'domain_special_use'],
    ['2.0.192.in-addr.arpa', 'domain_special_use'],
    ['db.internal', 'domain_special_use'],
    ['a_b.dev', 'domain_malformed'],
    ['_dmarc.mnexa.ai', 'domain_malformed'],
    ['-a.dev', 'domain_malformed'],
    ['a-.dev', 'domain_malformed'],
    ['a..dev', 'domain_malformed'],
    ['.mnexa.ai', 'domain_malformed'],
    ['mnexa.ai..', 'domain_malformed'],
    ['.', 'domain_malformed'],
    ['mne xa.ai', 'domain_malformed'],
    ['mnexa', 'domain_malformed'],
    ['*.mnexa.ai', 'domain_malformed'],
    ['mnexa.ai,harbor.dev', 'domain_malformed'],
    ['mnexa%2eai', 'domain_malformed'],
    ['mnexa.ai\u0000', 'domain_malformed'],
    ['xn--a.dev', 'domain_malformed'],
  ])('%j is %s', (typed, code) => {
    const error = refusal(typed)
    expect(error.code).toBe(code)
    expect(error.fields).toEqual({ name: error.message })
  })

  it('an emoji is a name only in the form that DNS can have', () => {
    expect(parseDomainName('i❤.ws')).toBe('xn--i-7iq.ws')
  })

  it('a shared suffix is told with an example below that very suffix', () =>
    expect(refusal('github.io').message).toContain('mail.yourname.github.io'))
})

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.domain(),
    fc.webUrl(),
    fc.emailAddress(),
    fc.ipV6(),
    fc
      .array(
        fc.constantFrom('a', 'Ü', '.', '。', '-', '_', 'xn--', '‍', '­', 'ß', '１', ' ', 'com', '\u202e'),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  )

  it('only an AppError is thrown, and a result is lower-case ASCII that folds to itself', () =>
    fc.assert(
      fc.property(typed, (text) => {
        let name: string
        try {
          name = parseDomainName(text)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          return
        }
        expect(name).toMatch(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,63}$/)
        expect(parseDomainName(name)).toBe(name)
        expect(parseDomainName(`${name.toUpperCase()}.`)).toBe(name)
      }),
      { numRuns: 2_000 },
    ))
})
