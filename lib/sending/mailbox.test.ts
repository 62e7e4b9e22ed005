import fc from 'fast-check'
import addressparser from 'nodemailer/lib/addressparser'
import { describe, expect, it } from 'vitest'
import { serialiseMailbox, type Mailbox } from './mailbox'

const agent = { localPart: 'agent', domain: 'mnexa.ai' }
const named = (name: string | null): string => serialiseMailbox({ name, ...agent })

/** The header as a mail program reads it: an address list, then the encoded words of the name, also quoted ones. */
const read = (header: string) =>
  addressparser(header, { flatten: true }).map(({ name, address }) => ({ name: decodeWords(name), address }))

// RFC 2047: blanks between two encoded words do not count.
const decodeWords = (text: string) =>
  text
    .replace(/(=\?utf-8\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, data: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(data, 'base64').toString()
        : decodeURIComponent(data.replaceAll('_', ' ').replaceAll('=', '%')),
    )

describe('a mailbox as a header value', () => {
  it.each<[string | null, string]>([
    [null, 'agent@mnexa.ai'],
    ['', 'agent@mnexa.ai'],
    [' \r\n ', 'agent@mnexa.ai'],
    ['Harbor Books', 'Harbor Books <agent@mnexa.ai>'],
    ['Mnexa, Inc.', '"Mnexa, Inc." <agent@mnexa.ai>'],
    ['The "Best" \\ Shop', '"The \\"Best\\" \\\\ Shop" <agent@mnexa.ai>'],
    ['Bücher', '=?UTF-8?B?QsO8Y2hlcg==?= <agent@mnexa.ai>'],
    ['Ada\r\nBcc: all@victim.dev', '"Ada Bcc: all@victim.dev" <agent@mnexa.ai>'],
    ['<ceo@victim.dev>', '"<ceo@victim.dev>" <agent@mnexa.ai>'],
  ])('of %j is %s', (name, header) => expect(named(name)).toBe(header))

  it('keeps an emoji at the cut whole', () => {
    const header = named(`${'a'.repeat(99)}😀😀`)
    expect(read(header)[0]?.name).toBe(`${'a'.repeat(99)}😀`)
  })

  it('does not let a name pass as an encoded word of its own', () => {
    const name = '=?UTF-8?B?Y2VvQHZpY3RpbS5kZXY=?='
    expect(read(named(name))).toEqual([{ name, address: 'agent@mnexa.ai' }])
  })
})

describe('hostile names', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '"', '\\', ',', ';', ':', '<', '>', '(', ')', '@', '\r\n', '\n', '\0', '\t', '\u202e', '\u2066', '\u2028', '\u200d', '😀', '👩‍🚀', '\ud800',
      '<ceo@victim.dev>', '" <ceo@victim.dev>', '\r\nBcc: all@victim.dev', '=?UTF-8?Q?=0D=0A?=', 'group: a@b.c;', ' '.repeat(80), 'é', '.',
    ), // prettier-ignore
  )
  const name = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
  // What of a name is told: no control characters, no marks that turn the reading order, single spaces, 100 letters.
  const told = (text: string) =>
    [
      ...text
        .toWellFormed()
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ]
      .slice(0, 100)
      .join('')
      .trim()

  it('leave exactly the mailbox that was given, in one line of ASCII, and the name as it was told', () =>
    fc.assert(
      fc.property(name, (n) => {
        const box: Mailbox = { name: n, ...agent }
        const header = serialiseMailbox(box)
        expect(header).toMatch(/^[\x20-\x7e]+$/)
        expect(read(header)).toEqual([{ name: told(n), address: 'agent@mnexa.ai' }])
        for (const word of header.match(/=\?UTF-8\?B\?[^ ]*/g) ?? [])
          expect(word.length).toBeLessThanOrEqual(75)
      }),
      { numRuns: 3_000 },
    ))
})
