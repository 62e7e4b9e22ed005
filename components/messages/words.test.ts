import { describe, expect, it } from 'vitest'
import type { Verdicts } from '@/lib/messages/view'
import { noTrace, reasonsBeside, reasonsTitle, sizeWords, threadWords, vouching, written } from './words'

type Result = Verdicts['spf']['result']
const verdict = (result: Result, domain: string | null = null) => ({ result, domain, says: '' })
const none = verdict('none')
const from = { name: 'Ada', address: 'ada@acme.com' }

describe('who vouches for a sender', () => {
  it.each([
    [
      'DKIM and DMARC pass for acme.com',
      {
        spf: verdict('pass', 'relay.dev'),
        dkim: verdict('pass', 'acme.com'),
        dmarc: verdict('pass', 'acme.com'),
      },
    ],
    [
      'SPF, DKIM and DMARC pass for acme.com',
      {
        spf: verdict('pass', 'bounce.Acme.com'),
        dkim: verdict('pass', 'acme.com'),
        dmarc: verdict('pass', 'acme.com'),
      },
    ],
    ['DKIM passes for acme.com', { spf: none, dkim: verdict('pass', 'acme.com'), dmarc: none }],
    [
      'DMARC fails for acme.com: whoever sent this may not be who they say.',
      {
        spf: verdict('pass', 'acme.com'),
        dkim: verdict('fail', 'acme.com'),
        dmarc: verdict('fail', 'acme.com'),
      },
    ],
    [
      'Signed by other.dev, which is not the sender’s own domain.',
      { spf: verdict('fail'), dkim: verdict('pass', 'other.dev'), dmarc: none },
    ],
    [
      'Signed by notacme.com, which is not the sender’s own domain.',
      { spf: none, dkim: verdict('pass', 'notacme.com'), dmarc: none },
    ],
    [
      'Sent through relay.dev, which is not the sender’s own domain.',
      { spf: verdict('pass', 'relay.dev'), dkim: none, dmarc: none },
    ],
    [
      'Nobody checked who sent this.',
      { spf: verdict('unknown'), dkim: verdict('unknown'), dmarc: verdict('unknown') },
    ],
    ['Nobody vouches for this sender.', { spf: verdict('softfail'), dkim: none, dmarc: none }],
  ])('%s', (says, verdicts) => expect(vouching({ verdicts, from, vouched: 'yes' }).says).toBe(says))

  it('is nobody where a verdict speaks for another, or for one of several', () => {
    const verdicts = { spf: none, dkim: none, dmarc: verdict('pass', 'evil.example') }
    expect(vouching({ verdicts, from, vouched: 'no' })).toMatchObject({ tone: 'warning' })
  })
})

const reason = (code: string) => ({ code, says: '', score: 0 })

it.each([
  ['spam', ['spf_fail', 'spam_score'], 'Why this is in spam'],
  ['spam', ['rule_spam'], 'Why this is in spam'],
  ['spam', ['network_spam'], 'Why this is in spam'],
  ['spam', ['nobody_vouches'], 'Moved here by hand. What was noticed when it came:'],
  ['spam', [], 'Moved here by hand'],
  ['quarantine', ['storage_full'], 'Why this is held in quarantine'],
  ['trash', ['spam_score'], 'What was noticed when it came'],
  ['inbox', ['spf_fail'], 'What was noticed'],
] as const)('in %s for %j: %s', (folder, codes, title) =>
  expect(reasonsTitle({ folder, reasons: codes.map(reason) })).toBe(title),
)

it('that nobody vouches is said once', () => {
  const reasons = ['nobody_vouches', 'no_date'].map(reason)
  const said = (spf: Verdicts['spf']) =>
    reasonsBeside({ verdicts: { spf, dkim: none, dmarc: none }, from, vouched: 'no', reasons })
  expect(said(verdict('softfail'))).toEqual([reason('no_date')])
  expect(said(verdict('pass', 'relay.dev'))).toEqual(reasons)
})

it.each([
  [0, '0 B'],
  [812, '812 B'],
  [3_400, '3.4 kB'],
  [25_000_000, '25 MB'],
  [5e12, '5,000 GB'],
])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))

it.each([
  [from, 'Ada <ada@acme.com>'],
  [{ name: '', address: 'ada@acme.com' }, 'ada@acme.com'],
  [{ name: '', address: '' }, 'Nobody'],
])('%j is written %s', (who, words) => expect(written(who)).toBe(words))

it.each([
  [1, 'earlier', false, '1 earlier message in this thread'],
  [3, 'later', false, '3 later messages in this thread'],
  [50, 'earlier', true, 'More than 50 earlier messages in this thread'],
] as const)('a thread of %i %s', (n, side, more, words) => expect(threadWords(n, side, more)).toBe(words))

it('that no mail has a Message-ID does not tell support that none for nobody has it', () =>
  expect(noTrace.messageId).toMatch(
    /for an address that nobody has is looked for by its Message-ID for admins only/,
  ))
