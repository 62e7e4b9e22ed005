import type { Verdicts } from '../../view'
import type { MailFacts, MailLimits, MailPolicy, Rule } from '../types'

type Result = Verdicts['spf']['result']
export const verdict = (result: Result, domain: string | null = null) => ({ result, domain, says: '' })

export const vouched: Verdicts = {
  spf: verdict('pass', 'acme.com'),
  dkim: verdict('pass', 'acme.com'),
  dmarc: verdict('pass', 'acme.com'),
}
export const unvouched: Verdicts = { spf: verdict('none'), dkim: verdict('none'), dmarc: verdict('none') }

/** A message that nobody has anything against. */
export const mail = (some: Partial<MailFacts> = {}): MailFacts => ({
  envelopeFrom: 'ann@acme.com',
  recipient: 'agent@harborbooks.dev',
  isRole: false,
  from: [{ name: 'Ann', address: 'ann@acme.com' }],
  to: [{ name: '', address: 'agent@harborbooks.dev' }],
  cc: [],
  replyTo: [],
  subject: 'Your order',
  headers: [{ name: 'from', value: 'Ann <ann@acme.com>' }],
  text: 'Hello, your order of three books left today.',
  html: '',
  sentAt: new Date('2026-11-21T14:59:00Z'),
  receivedAt: new Date('2026-11-21T15:00:00Z'),
  messageId: '<1@acme.com>',
  size: 2_000,
  attachments: [],
  verdicts: vouched,
  network: { spam: 'unknown', virus: 'unknown' },
  listedAt: [],
  ...some,
})

export const policy = (some: Partial<MailPolicy> = {}): MailPolicy => ({
  spamSensitivity: 'medium',
  blockedTypes: ['exe', 'js', 'com'],
  allowedSenders: [],
  blockedSenders: [],
  rules: [],
  ...some,
})

export const limits = (some: Partial<MailLimits> = {}): MailLimits => ({
  messageBytes: 10_000_000,
  room: null,
  ...some,
})

let made = 0
export const rule = (
  action: Rule['action'],
  field: Rule['conditions'][number]['field'] = 'subject',
  test: Rule['conditions'][number]['test'] = 'contains',
  value = 'invoice',
  more: Partial<Rule> & { header?: string } = {},
): Rule => {
  const { header, ...rest } = more
  return {
    ...{ id: `r${++made}`, name: 'No invoices', priority: 10, match: 'all' },
    conditions: [{ field, test, value, ...(header !== undefined && { header }) }],
    action,
    ...rest,
  }
}

/** About as bad as mail can be without being refused. */
export const foul: Partial<MailFacts> = {
  verdicts: { spf: verdict('fail'), dkim: verdict('fail'), dmarc: verdict('fail') },
  messageId: null,
  sentAt: null,
  subject: 'MAKE MONEY WHILE YOU SLEEP',
}
