import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ownTime } from '@/lib/local/testing/own-time'
import { authResults } from '../view'
import { allChecks } from './checks/all-checks'
import { decide } from './decide'
import { readHtml } from './markers/read-html'
import { limits, policy, rule } from './testing/facts'
import { ruleFields, ruleTests, type MailFacts } from './types'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  fc.constantFrom(
    '',
    '@',
    'a@',
    '@b',
    'a@b@c',
    '<>',
    '\0',
    '\ud800',
    '%',
    "''",
    'x@xn--',
    '[::1]',
    '__proto__',
    'constructor',
  ),
)
const markup = fc
  .array(
    fc.oneof(
      text,
      fc.constantFrom(
        '<p>',
        '</p>',
        '<a href="',
        '">',
        '<style>',
        '</style',
        '{',
        '}',
        '@media',
        '<div hidden',
        '&#x',
        '&zwnj;',
        '<!--',
        '<![CDATA[',
        'style="color:#',
        '<p style="font:',
        '</',
        '<x ',
        '<details>',
        '<summary>',
        '<button>',
        '</td>',
        'style="transform:',
        ' class="',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''))
const people = fc.array(fc.record({ name: text, address: text }), { maxLength: 3 })
const date = fc.oneof(fc.date({ noInvalidDate: false }), fc.constant(new Date(NaN)))
const said = fc.record({ result: fc.constantFrom(...authResults), domain: fc.option(text), says: text })
const looked = fc.constantFrom('pass', 'fail', 'gray', 'unknown')

const facts: fc.Arbitrary<MailFacts> = fc.record({
  ...{ envelopeFrom: text, recipient: text, isRole: fc.boolean(), subject: text, text: markup, html: markup },
  ...{ from: people, to: people, cc: people, replyTo: people },
  headers: fc.array(
    fc.record({ name: fc.oneof(text, fc.constantFrom('sender', 'precedence', 'subject')), value: text }),
    { maxLength: 5 },
  ),
  ...{ sentAt: fc.option(date), receivedAt: date, messageId: fc.option(text) },
  size: fc.oneof(fc.nat(), fc.double()),
  attachments: fc.array(fc.record({ name: text, type: text, size: fc.double() }), { maxLength: 3 }),
  verdicts: fc.record({ spf: said, dkim: said, dmarc: said }),
  network: fc.record({ spam: looked, virus: looked }),
  listedAt: fc.array(text, { maxLength: 3 }),
})
const rules = fc.array(
  fc
    .tuple(fc.constantFrom(...ruleFields), fc.constantFrom(...ruleTests), text, fc.boolean())
    .map(([field, test, value, any]) =>
      rule({ file: value }, field, test, value, { match: any ? 'any' : 'all', header: value }),
    ),
  { maxLength: 3 },
)
const policies = fc.record({
  spamSensitivity: fc.constantFrom('off', 'low', 'medium', 'high'),
  ...{ blockedTypes: fc.array(text), allowedSenders: fc.array(text), blockedSenders: fc.array(text), rules },
})

it('no check throws, whatever a message is', () =>
  fc.assert(
    fc.property(facts, (facts) => {
      const html = readHtml(facts.html)
      for (const { find } of allChecks) {
        const says = find({ facts, html })
        expect(says === null || /^\S.*\.$/su.test(says)).toBe(true)
      }
    }),
    { numRuns: 500 },
  ))

it('there is a decision, with a score that is a number, and the same again for the same', () =>
  fc.assert(
    fc.property(facts, policies, (facts, policy) => {
      const decision = decide(facts, policy, limits())
      expect(decision.score >= 0 && decision.score <= 20).toBe(true)
      // The database stores neither NUL nor half a surrogate pair; what a policy says was checked when it was set.
      for (const { says, code } of decision.reasons)
        if (
          ![
            'blocked_sender',
            'allowed_sender',
            'allowed_not_vouched',
            'blocked_type',
            'rule_file',
            'listed',
          ].includes(code)
        )
          expect(says).not.toMatch(/\p{Cc}|\p{Cs}/u)
      expect(decide(facts, policy, limits())).toEqual(decision)
    }),
    { numRuns: 500 },
  ))

it('postmaster is refused for size, room and viruses alone, and never filed as spam', () =>
  fc.assert(
    fc.property(facts, policies, fc.boolean(), (facts, policy, block) => {
      const all = rule(block ? { block: true } : { spam: true }, 'to', 'exists', '')
      const decision = decide(
        { ...facts, isRole: true },
        { ...policy, rules: [all] },
        limits({ room: 1_000 }),
      )
      expect(decision.folder).toBe('inbox')
      if (decision.refusal) expect(['virus', 'too_large', 'storage_full']).toContain(decision.refusal.reason)
    }),
    { numRuns: 300 },
  ))

it('markers move nothing', () =>
  fc.assert(
    fc.property(facts, (facts) => {
      const decision = decide(facts, policy({ spamSensitivity: 'off', blockedTypes: [] }), limits())
      if (!decision.refusal) expect(decision).toMatchObject({ folder: 'inbox', reasons: [] })
    }),
    { numRuns: 200 },
  ))

it.each([
  ['a hundred thousand elements within each other', '<div>'.repeat(100_000) + 'x'],
  ['as many that close what was never open', '<b>'.repeat(100_000) + '</i>'.repeat(100_000)],
  ['as many attributes', `<p ${'a=b '.repeat(200_000)}>`],
  ['a style that never ends', `<p style="${'color:#fff;'.repeat(90_000)}`],
  ['sheets in sheets', '<style>@media{'.repeat(60_000)],
  ['as many rules', `<style>${'.a{color:red}'.repeat(70_000)}</style>${'<p class="a">'.repeat(10_000)}`],
  [
    'rules for one class',
    `<style>${'.a,.b{display:none;scale:0}'.repeat(35_000)}</style>${'<p class="a b">'.repeat(300)}`,
  ],
  [
    'a list of selectors',
    `<style>${Array.from({ length: 110_000 }, (_, i) => `.a${i}`).join()}{color:red;width:9px;left:0;top:0}</style>x`,
  ],
  [
    'properties of every name',
    `<style>.a{${Array.from({ length: 25_000 }, (_, i) => `mask-${i}:none;`).join('')}}</style>${'<p class=a>x'.repeat(40_000)}`,
  ],
  ['a class list', `<style>.a{color:red}</style><p class="${'a b '.repeat(240_000)}">x`],
  [
    'classes by the thousand',
    `<style>.a{color:red}</style><p class="${Array.from({ length: 140_000 }, (_, i) => `a${i}`).join(' ')}">x`,
  ],
  ['a value of blanks', `<p style="color:${' '.repeat(900_000)}x">y`],
  ['addresses that never end', `<p style='${'url('.repeat(200_000)}"'>y`],
  ['brackets that never end', `<p style="${'a:(;'.repeat(200_000)}">y`],
  ['words in quotes that never end', `<style>${"'\\".repeat(400_000)}`],
  ['selectors of the page', `<style>${'body '.repeat(190_000)}{color:red}</style>x`],
  ['media without end', `<style>${'@media (min-width:1px) and '.repeat(35_000)}{.a{color:red}}</style>x`],
  ['steps of a transform', `<p style="transform:${'scale(1) '.repeat(40)}x">y`.repeat(2_000)],
  ['buttons and ends of nothing', '<button></i>x'.repeat(70_000)],
  ['as many links', '<a href="http://a.dev">a.dev</a>'.repeat(30_000)],
  ['hidden and seen by turns', '<i hidden>aaaa bbbb</i>x'.repeat(40_000)],
  ['entities', '&zwnj;'.repeat(160_000)],
  ['open angle brackets', '<'.repeat(1_000_000)],
  ['one word', 'a'.repeat(1_000_000)],
])('HTML of %s is read in time', (_, html) => {
  const spent = ownTime()
  decide(
    { ...fc.sample(facts, 1)[0]!, html, text: html.slice(0, 256_000), subject: html.slice(0, 1_000) },
    policy({ spamSensitivity: 'high', blockedTypes: [] }),
    limits({ messageBytes: null }),
  )
  expect(spent()).toBeLessThan(3_000)
})
