import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/kernel/errors'
import { parseEmail } from './parse-email'

const refused = (text: string) => {
  try {
    return parseEmail(text)
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

describe('what people type becomes one address', () => {
  it.each([
    ['ada@mnexa.ai', 'ada@mnexa.ai'],
    ['  Ada.Winter@MNEXA.ai\n', 'ada.winter@mnexa.ai'],
    ["o'neil+mail@sub.mnexa.co.uk", "o'neil+mail@sub.mnexa.co.uk"],
    ['ada@bücher.de', 'ada@xn--bcher-kva.de'],
    [`${'a'.repeat(64)}@mnexa.ai`, `${'a'.repeat(64)}@mnexa.ai`],
  ])('%j', (typed, kept) => expect(parseEmail(typed)).toBe(kept))
})

describe('what is no address is refused', () => {
  it.each([
    '',
    'ada',
    '@mnexa.ai',
    'ada@',
    'ada@localhost',
    'ada@mnexa',
    'ada@@mnexa.ai',
    'ada@mnexa.ai@harbor.example',
    'Ada <ada@mnexa.ai>',
    'ada@mnexa.ai, noor@harbor.example',
    'ada@mnexa.ai\r\nbcc: noor@harbor.example',
    'a da@mnexa.ai',
    '.ada@mnexa.ai',
    'ada.@mnexa.ai',
    'a..da@mnexa.ai',
    'ada@-mnexa.ai',
    'ada@mnexa.ai.',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'åda@mnexa.ai',
    'ada\0@mnexa.ai',
    `${'a'.repeat(65)}@mnexa.ai`,
    `ada@${'a'.repeat(64)}.ai`,
    `adam@${`${'a'.repeat(60)}.`.repeat(4)}dev.ai`,
  ])('%j', (text) => expect(refused(text)).toBe('email_malformed'))
})

it('any text is either refused or kept in a form that is the same when typed again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
      const kept = refused(text)
      if (kept === 'email_malformed') return
      expect(kept).toMatch(/^[!-~]{1,64}@[a-z0-9.-]+$/)
      expect(String(kept).length).toBeLessThanOrEqual(254)
      expect(kept).toBe(String(kept).toLowerCase())
      expect(parseEmail(String(kept))).toBe(kept)
    }),
  )
})
