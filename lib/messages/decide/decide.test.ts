import { describe, expect, it } from 'vitest'
import { decide } from './decide'
import { foul, limits, mail, policy, rule, unvouched, verdict, vouched } from './testing/facts'
import type { MailFacts, MailLimits, MailPolicy } from './types'

type Row = [
  name: string,
  facts: Partial<MailFacts>,
  policy: Partial<MailPolicy>,
  limits: Partial<MailLimits>,
  is: string,
]

/** `inbox`, `spam`, or reply and reason; then what was filed and marked; then the codes of the reasons. */
const shown = ([, facts, how, numbers]: Row): string => {
  const d = decide(mail(facts), policy(how), limits(numbers))
  const where = d.refusal ? `${d.refusal.code} ${d.refusal.enhanced} ${d.refusal.reason}` : d.folder
  const done = [d.label && `in ${d.label}`, d.read && 'read'].filter(Boolean)
  return [where, ...done, ...d.reasons.map(({ code }) => `+${code}`)].join(' ')
}

const file = (name: string) => ({ attachments: [{ name, type: 'application/octet-stream', size: 9 }] })
const invoice = { subject: 'Invoice 7' }
const role = { isRole: true, recipient: 'postmaster@harborbooks.dev' }
const spamSpf = { verdicts: { ...unvouched, spf: verdict('fail', 'acme.com') } }
const blocks = rule({ block: true })
const spams = rule({ spam: true })

const table: Row[] = [
  // hard facts
  ['clean mail', {}, {}, {}, 'inbox'],
  ['a virus', { network: { spam: 'unknown', virus: 'fail' } }, {}, {}, '554 5.7.1 virus +virus'],
  ['a virus that is not sure', { network: { spam: 'unknown', virus: 'gray' } }, {}, {}, 'inbox'],
  [
    'a virus for postmaster',
    { ...role, network: { spam: 'unknown', virus: 'fail' } },
    {},
    {},
    '554 5.7.1 virus +virus',
  ],
  [
    'a virus from the allow list',
    { network: { spam: 'pass', virus: 'fail' } },
    { allowedSenders: ['acme.com'] },
    {},
    '554 5.7.1 virus +virus',
  ],
  ['one byte too many', { size: 10_000_001 }, {}, {}, '552 5.3.4 too_large +too_large'],
  ['as large as may be', { size: 10_000_000 }, {}, {}, 'inbox'],
  ['no limit of size', { size: 39_000_000 }, {}, { messageBytes: null }, 'inbox'],
  ['too large for postmaster', { ...role, size: 10_000_001 }, {}, {}, '552 5.3.4 too_large +too_large'],
  ['no room', { size: 2_000 }, {}, { room: 1_999 }, '452 4.2.2 storage_full +storage_full'],
  ['just room', { size: 2_000 }, {}, { room: 2_000 }, 'inbox'],
  ['less than no room', {}, {}, { room: -5 }, '452 4.2.2 storage_full +storage_full'],
  ['no room for postmaster', role, {}, { room: 0 }, '452 4.2.2 storage_full +storage_full'],
  [
    'virus before size',
    { size: 99e6, network: { spam: 'fail', virus: 'fail' } },
    {},
    { room: 0 },
    '554 5.7.1 virus +virus',
  ],
  ['size before room', { size: 99e6 }, {}, { room: 0 }, '552 5.3.4 too_large +too_large'],
  ['a blocked file', file('setup.exe'), {}, {}, '550 5.7.1 blocked_type +blocked_type'],
  ['a file that is none of them', file('report.pdf'), {}, {}, 'inbox'],
  ['a file without an ending', file('README'), {}, {}, 'inbox'],
  ['a file without a name', file(''), {}, {}, 'inbox'],
  ['a blocked file for postmaster', { ...role, ...file('setup.exe') }, {}, {}, 'inbox'],
  [
    'a blocked file from the allow list',
    file('a.js'),
    { allowedSenders: ['acme.com'] },
    {},
    '550 5.7.1 blocked_type +blocked_type',
  ],
  ['nothing is blocked', file('setup.exe'), { blockedTypes: [] }, {}, 'inbox'],
  [
    'the second of two files',
    { attachments: [...file('a.pdf').attachments, ...file('b.exe').attachments] },
    {},
    {},
    '550 5.7.1 blocked_type +blocked_type',
  ],

  // block list
  [
    'a blocked address',
    {},
    { blockedSenders: ['ann@acme.com'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  ['a blocked domain', {}, { blockedSenders: ['acme.com'] }, {}, '550 5.7.1 blocked_sender +blocked_sender'],
  ['another address there', {}, { blockedSenders: ['bob@acme.com'] }, {}, 'inbox'],
  ['all below it is not itself', {}, { blockedSenders: ['*.acme.com'] }, {}, 'inbox'],
  [
    'all below it',
    { envelopeFrom: 'a@x.acme.com' },
    { blockedSenders: ['*.acme.com'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  [
    'the header alone',
    { envelopeFrom: 'bounce@esp.dev', ...spamSpf },
    { blockedSenders: ['acme.com'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  [
    'the envelope alone',
    { envelopeFrom: 'x@bad.dev' },
    { blockedSenders: ['bad.dev'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  ['the null sender is nobody’s', { envelopeFrom: '' }, { blockedSenders: ['bad.dev'] }, {}, 'inbox'],
  [
    'in capitals',
    { from: [{ name: '', address: 'ANN@ACME.COM' }] },
    { blockedSenders: ['Ann@Acme.com'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  [
    'a name beyond ASCII',
    { envelopeFrom: 'x@xn--bcher-kva.de' },
    { blockedSenders: ['bücher.de'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  [
    'blocked and allowed',
    {},
    { blockedSenders: ['acme.com'], allowedSenders: ['ann@acme.com'] },
    {},
    '550 5.7.1 blocked_sender +blocked_sender',
  ],
  ['blocked for postmaster', role, { blockedSenders: ['acme.com'] }, {}, 'inbox'],
  [
    'a domain that only ends so',
    { envelopeFrom: 'x@notacme.com', from: [{ name: '', address: 'x@notacme.com' }], verdicts: unvouched },
    { blockedSenders: ['acme.com', '*.acme.com'] },
    {},
    'inbox +nobody_vouches',
  ],

  // rules
  ['a rule that blocks', invoice, { rules: [blocks] }, {}, '550 5.7.1 blocked_by_rule +blocked_by_rule'],
  ['a rule that does not match', {}, { rules: [blocks] }, {}, 'inbox'],
  ['a rule that marks spam', invoice, { rules: [spams] }, {}, 'spam +rule_spam'],
  ['it does so with spam off', invoice, { rules: [spams], spamSensitivity: 'off' }, {}, 'spam +rule_spam'],
  [
    'it does so to the allow list',
    invoice,
    { rules: [spams], allowedSenders: ['acme.com'] },
    {},
    'spam +rule_spam',
  ],
  ['a rule that files', invoice, { rules: [rule({ file: 'Money' })] }, {}, 'inbox in Money +rule_file'],
  ['a rule that marks read', invoice, { rules: [rule({ read: true })] }, {}, 'inbox read +rule_read'],
  [
    'a rule that does both',
    invoice,
    { rules: [rule({ file: 'Money', read: true })] },
    {},
    'inbox in Money read +rule_file +rule_read',
  ],
  [
    'two that file: the first by priority',
    invoice,
    {
      rules: [
        rule({ file: 'B' }, undefined, undefined, undefined, { priority: 2 }),
        rule({ file: 'A' }, undefined, undefined, undefined, { priority: 1 }),
      ],
    },
    {},
    'inbox in A +rule_file',
  ],
  [
    'file, then block',
    invoice,
    { rules: [rule({ file: 'A' }), blocks] },
    {},
    '550 5.7.1 blocked_by_rule in A +rule_file +blocked_by_rule',
  ],
  ['spam, and a later block is not asked', invoice, { rules: [spams, blocks] }, {}, 'spam +rule_spam'],
  [
    'block comes first by priority',
    invoice,
    { rules: [spams, { ...blocks, priority: 1 }] },
    {},
    '550 5.7.1 blocked_by_rule +blocked_by_rule',
  ],
  [
    'file, then the score',
    { ...invoice, ...spamSpf },
    { rules: [rule({ file: 'A' })], spamSensitivity: 'low' },
    {},
    'inbox in A +rule_file +spf_fail +nobody_vouches',
  ],
  ['a rule that blocks, for postmaster', { ...role, ...invoice }, { rules: [blocks] }, {}, 'inbox'],
  ['a rule that marks spam, for abuse', { ...role, ...invoice }, { rules: [spams] }, {}, 'inbox'],
  [
    'a rule that files, for postmaster',
    { ...role, ...invoice },
    { rules: [spams, rule({ file: 'A' })] },
    {},
    'inbox in A +rule_file',
  ],
  ['a rule of no conditions', {}, { rules: [{ ...blocks, conditions: [] }] }, {}, 'inbox'],

  // allow list
  [
    'allowed and vouched for',
    { ...foul, verdicts: vouched },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_sender',
  ],
  [
    'allowed by DKIM alone',
    { ...foul, verdicts: { ...unvouched, dkim: verdict('pass', 'mail.acme.com') } },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_sender',
  ],
  [
    'allowed by SPF alone',
    { ...foul, verdicts: { ...unvouched, spf: verdict('pass', 'acme.com') } },
    { allowedSenders: ['ann@acme.com'] },
    {},
    'inbox +allowed_sender',
  ],
  [
    'allowed, and nothing vouches',
    { verdicts: unvouched },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_not_vouched +nobody_vouches',
  ],
  [
    'allowed, vouched for by another',
    { verdicts: { ...unvouched, dkim: verdict('pass', 'evil.dev') } },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_not_vouched',
  ],
  [
    'allowed as envelope only',
    { envelopeFrom: 'x@good.dev', ...spamSpf },
    { allowedSenders: ['good.dev'] },
    {},
    'inbox +envelope_elsewhere +spf_fail +nobody_vouches',
  ],
  [
    'allowed before the network’s word',
    { network: { spam: 'fail', virus: 'pass' } },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_sender',
  ],
  [
    'allowed as one of two senders',
    { from: [...mail().from, { name: '', address: 'x@evil.dev' }] },
    { allowedSenders: ['acme.com'] },
    {},
    'inbox +allowed_not_vouched +several_senders',
  ],

  // score
  ['the network says spam', { network: { spam: 'fail', virus: 'pass' } }, {}, {}, 'spam +network_spam'],
  [
    'it says so at low',
    { network: { spam: 'fail', virus: 'pass' } },
    { spamSensitivity: 'low' },
    {},
    'spam +network_spam',
  ],
  [
    'it says so, and spam is off',
    { network: { spam: 'fail', virus: 'pass' } },
    { spamSensitivity: 'off' },
    {},
    'inbox',
  ],
  ['it says so to postmaster', { ...role, network: { spam: 'fail', virus: 'pass' } }, {}, {}, 'inbox'],
  ['the network is not sure', { network: { spam: 'gray', virus: 'pass' } }, {}, {}, 'inbox +network_unsure'],
  [
    'listed, at high',
    { listedAt: ['zen.test'] },
    { spamSensitivity: 'high' },
    {},
    'spam +listed +spam_score',
  ],
  ['listed, at medium', { listedAt: ['zen.test'] }, {}, {}, 'inbox +listed'],
  [
    'listed twice, at medium',
    { listedAt: ['zen.test', 'bl.test'] },
    {},
    {},
    'spam +listed +listed_twice +spam_score',
  ],
  ['foul, for abuse', { ...role, ...foul }, {}, {}, 'inbox'],
  ['foul, and spam is off', foul, { spamSensitivity: 'off' }, {}, 'inbox'],
  [
    'foul',
    foul,
    {},
    {},
    'spam +no_date +no_message_id +subject_in_capitals +dmarc_fail +spf_fail +dkim_fail +nobody_vouches +spam_score',
  ],
  [
    'DMARC fails alone, at medium',
    { verdicts: { ...vouched, dmarc: verdict('fail') } },
    {},
    {},
    'inbox +dmarc_fail',
  ],
  [
    'DMARC fails alone, at high',
    { verdicts: { ...vouched, dmarc: verdict('fail') } },
    { spamSensitivity: 'high' },
    {},
    'spam +dmarc_fail +spam_score',
  ],
  [
    'what swaks sends, at high',
    { verdicts: unvouched, text: 'This is a test mailing' },
    { spamSensitivity: 'high' },
    {},
    'inbox +nobody_vouches',
  ],
]

describe('a message', () => {
  it.each(table)('%s', (...row) => expect(shown(row)).toBe(row[4]))
})

it('every decision says which rule or entry it was', () => {
  const says = (facts: Partial<MailFacts>, how: Partial<MailPolicy>) =>
    decide(mail(facts), policy(how), limits()).reasons.map((reason) => reason.says)
  expect(says(invoice, { rules: [blocks] })).toEqual(['Blocked by the rule “No invoices”.'])
  expect(says({ envelopeFrom: 'x@a.bad.dev' }, { blockedSenders: ['*.bad.dev'] })).toEqual([
    'On the block list: *.bad.dev.',
  ])
  expect(says(file('run.exe'), {})).toEqual(['A file in it ends in .exe, which is not taken: “run.exe”.'])
  expect(says({ listedAt: ['a.test', 'b.test'] }, {}).at(-1)).toBe(
    'Its score of 5 is at or above 5, from which mail is spam at medium sensitivity.',
  )
})

it('a refusal is one line of ASCII that names the ending, and no rule of the house', () => {
  const { refusal } = decide(mail(file('évil.exe')), policy(), limits())
  expect(refusal!.text).toBe('Files ending in .exe are not taken here.')
  const ruled = decide(mail(invoice), policy({ rules: [blocks] }), limits()).refusal!
  expect(ruled.text).toMatch(/^[\x20-\x7e]+$/)
  expect(ruled.text).not.toContain('invoices')
})

it('nothing of a message is changed by deciding on it', () => {
  const facts = mail(foul)
  const before = structuredClone(facts)
  decide(facts, policy({ rules: [spams, blocks] }), limits())
  expect(facts).toEqual(before)
})
