import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { uncheckable } from '../../authenticate/words'
import { readHtml } from '../markers/read-html'
import { scoreOf, total } from '../score'
import { mail, unvouched, verdict } from '../testing/facts'
import type { MailFacts } from '../types'
import { allChecks, groups } from './all-checks'
import { quoted } from './check'

const found = (facts: Partial<MailFacts>) => {
  const it = mail(facts)
  return scoreOf({ facts: it, html: readHtml(it.html) }).reasons.map(({ code }) => code)
}
const header = (name: string, value: string) => ({ name, value })
const from = (name: string, address: string) => ({ from: [{ name, address }] })
const link = (text: string, href: string) => ({
  html: `<p>Some words of a message</p><a href="${href}">${text}</a>`,
})

/** Each check beside the nearest that it lets pass. */
const rows: [code: string, hit: Partial<MailFacts>, twin: Partial<MailFacts>][] = [
  ['no_sender', { from: [] }, {}],
  ['several_senders', { from: [...mail().from, ...mail().from] }, {}],
  [
    'repeated_header',
    { headers: [header('subject', 'a'), header('subject', 'b')] },
    { headers: [header('received', 'a'), header('received', 'b')] },
  ],
  ['no_date', { sentAt: null }, {}],
  ['no_date', { sentAt: new Date(NaN) }, {}],
  [
    'strange_date',
    { sentAt: new Date('2026-11-24T15:00:00Z') },
    { sentAt: new Date('2026-11-22T15:00:00Z') },
  ],
  [
    'strange_date',
    { sentAt: new Date('2026-11-01T15:00:00Z') },
    { sentAt: new Date('2026-11-10T15:00:00Z') },
  ],
  ['no_message_id', { messageId: null }, {}],
  ['malformed_message_id', { messageId: 'hello' }, { messageId: 'a.b@c' }],
  ['no_recipients', { to: [] }, { to: [], cc: mail().to }],
  [
    'many_recipients',
    { to: Array.from({ length: 51 }, () => mail().to[0]!) },
    { to: Array.from({ length: 50 }, () => mail().to[0]!) },
  ],
  ['raw_bytes', { headers: [header('subject', 'a\ufffd')] }, { headers: [header('subject', 'bücher')] }],
  [
    'bulk_without_way_out',
    { headers: [header('precedence', 'bulk')] },
    { headers: [header('precedence', 'bulk'), header('list-unsubscribe', '<https://a.dev>')] },
  ],
  [
    'name_is_an_address',
    from('ceo@harborbooks.dev', 'ann@acme.com'),
    from('ann@mail.acme.com', 'ann@acme.com'),
  ],
  [
    'name_is_ours',
    from('harborbooks.dev help', 'ann@acme.com'),
    from('harborbooks.dev help', 'x@harborbooks.dev'),
  ],
  ['domain_looks_like_ours', from('', 'a@harb0rbooks.dev'), from('', 'a@harborbooks.dev')],
  [
    'sender_is_recipient',
    { ...from('', 'agent@harborbooks.dev'), verdicts: unvouched },
    {
      ...from('', 'agent@harborbooks.dev'),
      verdicts: { ...unvouched, dmarc: verdict('pass', 'harborbooks.dev') },
    },
  ],
  [
    'reply_elsewhere',
    { replyTo: [{ name: '', address: 'a@gmail.com' }] },
    { replyTo: [{ name: '', address: 'a@help.acme.com' }] },
  ],
  ['envelope_elsewhere', { envelopeFrom: 'x@esp.dev', verdicts: unvouched }, { envelopeFrom: 'x@esp.dev' }],
  ['subject_in_capitals', { subject: 'READ THIS NOW' }, { subject: 'RE: NASA' }],
  ['no_subject', { subject: ' ' }, {}],
  [
    'answer_to_nothing',
    { subject: 'Re: us' },
    { subject: 'Re: us', headers: [header('in-reply-to', '<a@b>')] },
  ],
  [
    'nothing_but_links',
    { text: '', html: '<a href="https://a.dev">Click</a>' },
    { text: 'Click', html: '<a href="https://a.dev">Click</a>' },
  ],
  ['nothing_but_links', { text: '', html: '<img src="x">' }, { text: '', html: '<p>Hello</p>' }],
  [
    'link_says_another',
    link('https://bank.com/login', 'https://evil.dev/'),
    link('https://bank.com/login', 'https://www.bank.com/'),
  ],
  [
    'link_says_another',
    link('<b>bank.com</b>', 'https://evil.dev/'),
    link('Look at bank.com now', 'https://track.esp.dev/'),
  ],
  ['link_to_number', link('here', 'http://192.0.2.1/x'), link('here', 'http://a.dev/192.0.2.1')],
  ['link_to_number', link('here', 'http://0x7f000001/'), link('here', 'mailto:a@[192.0.2.1]')],
  ['form', { html: '<form></form>' }, { html: '<p>form</p>' }],
  ['many_unseen', { text: `a${'\u200b'.repeat(21)}` }, { text: `a${'\u200b'.repeat(9)}` }],
  ['empty', { text: '' }, { text: '', attachments: [{ name: 'a', type: '', size: 1 }] }],
  ['dmarc_fail', { verdicts: { ...unvouched, dmarc: verdict('fail') } }, {}],
  [
    'spf_fail',
    { verdicts: { ...unvouched, spf: verdict('fail') } },
    { verdicts: { ...unvouched, spf: verdict('temperror') } },
  ],
  [
    'spf_softfail',
    { verdicts: { ...unvouched, spf: verdict('softfail') } },
    { verdicts: { ...unvouched, spf: verdict('neutral') } },
  ],
  [
    'dkim_fail',
    { verdicts: { ...unvouched, dkim: verdict('fail') } },
    { verdicts: { ...unvouched, dkim: verdict('permerror') } },
  ],
  ['uncheckable', { verdicts: uncheckable }, { verdicts: { ...uncheckable, spf: verdict('fail') } }],
  [
    'nobody_vouches',
    { verdicts: unvouched },
    { verdicts: { spf: verdict('unknown'), dkim: verdict('unknown'), dmarc: verdict('unknown') } },
  ],
  [
    'network_unsure',
    { network: { spam: 'gray', virus: 'pass' } },
    { network: { spam: 'pass', virus: 'gray' } },
  ],
  ['listed', { listedAt: ['a.test'] }, {}],
  ['listed_twice', { listedAt: ['a.test', 'b.test'] }, { listedAt: ['a.test'] }],
]

it.each(rows)('%s is found, and its twin passes', (code, hit, twin) => {
  expect(found(hit)).toContain(code)
  expect(found(twin)).not.toContain(code)
})

it('every check has its row here', () =>
  expect([...new Set(rows.map(([code]) => code))].toSorted()).toEqual(
    allChecks.map(({ code }) => code).toSorted(),
  ))

it('codes are unique, and what each adds is a number above nothing', () => {
  expect(new Set(allChecks.map(({ code }) => code)).size).toBe(allChecks.length)
  for (const { score } of allChecks) expect(score > 0 && score <= 5).toBe(true)
})

it('docs/spam.md says what the table says', () => {
  const page = readFileSync('docs/spam.md', 'utf8')
  for (const [title, checks] of groups) {
    expect(page).toContain(`## ${title}`)
    for (const { code, score, about } of checks)
      expect(page.replace(/ +/g, ' ')).toContain(`| \`${code}\` | ${score} | ${about} |`)
  }
})

it.each([
  [[], 0],
  [[1, 2], 3],
  [[0.1, 0.2], 0.3],
  [[NaN, 2], 2],
  [[Infinity, 2], 2],
  [[15, 15], 20],
  [[-5], 0],
])('%j adds up to %d', (scores, is) => expect(total(scores)).toBe(is))

it.each([
  [`${'x'.repeat(78)}🙂 and more`, `“${'x'.repeat(78)}…”`],
  [`${'x'.repeat(77)}🙂 and more`, `“${'x'.repeat(77)}🙂…”`],
  ['two\r\nlines\ud800', '“two lines”'],
])('a stranger’s words are quoted in one short line, of whole characters', (text, line) =>
  expect(quoted(text)).toBe(line),
)
