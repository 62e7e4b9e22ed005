import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { parseAddress } from './parse-address'

it.each<[string, string | null]>([
  ['agent@mnexa.ai', 'agent | - | mnexa.ai'],
  ['<Agent@MNEXA.ai>', 'agent | - | mnexa.ai'],
  ['agent+Run7@mnexa.ai', 'agent | run7 | mnexa.ai'],
  ['agent+a+b@mnexa.ai', 'agent | a+b | mnexa.ai'],
  ['agent+@mnexa.ai', 'agent |  | mnexa.ai'],
  ['agent@mnexa.ai.', 'agent | - | mnexa.ai'],
  ['agent@Bücher.example', 'agent | - | xn--bcher-kva.example'],
  ['agent@xn--bcher-kva.example', 'agent | - | xn--bcher-kva.example'],
  ['"agent"@mnexa.ai', 'agent | - | mnexa.ai'],
  ['"Ag\\ent+x"@mnexa.ai', 'agent | x | mnexa.ai'],
  ['<@relay.dev,@other.dev:agent@mnexa.ai>', 'agent | - | mnexa.ai'],
  [`<@${'r'.repeat(250)}:agent@mnexa.ai>`, null],
  [`${'a'.repeat(64)}@mnexa.ai`, `${'a'.repeat(64)} | - | mnexa.ai`],
  ['', null],
  ['<>', null],
  ['postmaster', null],
  ['@mnexa.ai', null],
  ['agent@', null],
  ['+x@mnexa.ai', null],
  ['"two words"@mnexa.ai', null],
  ['"a@b"@mnexa.ai', null],
  ['.agent@mnexa.ai', null],
  ['a..b@mnexa.ai', null],
  ['agent@[192.0.2.7]', null],
  ['agent@[IPv6:2001:db8::1]', null],
  ['agent@192.0.2.7', null],
  ['agent@0x7f.1', null],
  ['agent@mnexa%2eai', null],
  ['agent@mnexa.ai:25', null],
  ['agent@mnexa..ai', null],
  ['agent@-mnexa.ai', null],
  ['agent@xn--zzzzzzzzz.ai', null],
  ['agent@mnexa.ai\r\nRCPT TO:<b@c.dev>', null],
  ['å@mnexa.ai', null],
  [`${'a'.repeat(65)}@mnexa.ai`, null],
  [`a@${'b'.repeat(64)}.ai`, null],
  [`a@${'b.'.repeat(130)}ai`, null],
])('%s', (path, expected) => {
  const mail = parseAddress(path)
  expect(mail && `${mail.local} | ${mail.detail ?? '-'} | ${mail.domain}`).toBe(expected)
})

it.each([
  ['a route without an end', '@a,'.repeat(80)],
  ['a route of a megabyte', '@a,'.repeat(350_000)],
  ['a megabyte of @', '@'.repeat(1_000_000)],
  ['a megabyte of brackets', `${'<'.repeat(500_000)}${'>'.repeat(500_000)}`],
])('%s is nobody’s, and said at once', (_, text) => {
  const spent = ownTime()
  expect(parseAddress(text)).toBeNull()
  expect(spent()).toBeLessThan(1_000)
})

it('takes any text, and folds what it answered into itself', () => {
  const mails = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.string({ unit: 'grapheme' }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
    fc.emailAddress(),
  )
  fc.assert(
    fc.property(mails, (text) => {
      const mail = parseAddress(text)
      if (!mail) return
      const { local, detail, domain } = mail
      const again = `${local}${detail === null ? '' : `+${detail}`}@${domain}`
      expect(parseAddress(again)).toEqual(mail)
      expect(parseAddress(`<${again.toUpperCase()}>`)).toEqual(mail)
      expect(again).toMatch(/^[\x21-\x7e]{3,254}$/)
    }),
    { numRuns: 2_000 },
  )
})
