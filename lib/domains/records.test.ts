import { describe, expect, it } from 'vitest'
import { checklist, mailFromDomain, type ChecklistInput } from './records'

const domain: ChecklistInput = {
  name: 'inbox.mnexa.ai',
  region: 'eu-west-1',
  mailFromLabel: 'send',
  dkimTokens: ['aaa', 'bbb', 'ccc'],
  signingHostedZone: 'dkim.amazonses.com',
  ownershipRequired: false,
  ownershipProvenAt: null,
  ownershipToken: 'f00d',
}
const brief = (d: ChecklistInput) =>
  checklist(d).map((r) => [r.key, r.capability, r.type, r.host, r.priority, r.value].join(' | '))

describe('the checklist', () => {
  it('is five records to send, one to receive and one of advice, each value exact', () =>
    expect(brief(domain)).toEqual([
      'dkim1 | send | CNAME | aaa._domainkey.inbox.mnexa.ai |  | aaa.dkim.amazonses.com',
      'dkim2 | send | CNAME | bbb._domainkey.inbox.mnexa.ai |  | bbb.dkim.amazonses.com',
      'dkim3 | send | CNAME | ccc._domainkey.inbox.mnexa.ai |  | ccc.dkim.amazonses.com',
      'return_path | send | MX | send.inbox.mnexa.ai | 10 | feedback-smtp.eu-west-1.amazonses.com',
      'spf | send | TXT | send.inbox.mnexa.ai |  | v=spf1 include:amazonses.com ~all',
      'inbound | receive | MX | inbox.mnexa.ai | 10 | inbound-smtp.eu-west-1.amazonaws.com',
      'dmarc | advice | TXT | _dmarc.inbox.mnexa.ai |  | v=DMARC1; p=none;',
    ]))

  it('has no DKIM records while the keys are on their way, or their zone is not known', () => {
    const others = ['return_path', 'spf', 'inbound', 'dmarc']
    expect(checklist({ ...domain, dkimTokens: [] }).map((r) => r.key)).toEqual(others)
    expect(checklist({ ...domain, signingHostedZone: null }).map((r) => r.key)).toEqual(others)
  })

  it('points the DKIM records into the zone that the mail network named, whatever it is', () =>
    expect(checklist({ ...domain, signingHostedZone: 'abc.dkim.eu-west-3.amazonses.com' })[0]?.value).toBe(
      'aaa.abc.dkim.eu-west-3.amazonses.com',
    ))

  it('begins with the proof of ownership when the name is contested', () =>
    expect(brief({ ...domain, ownershipRequired: true })[0]).toBe(
      'ownership | send | TXT | _letterhead.inbox.mnexa.ai |  | letterhead-verification=f00d',
    ))

  it('follows the return path label of the domain', () => {
    const d = { ...domain, mailFromLabel: 'bounce' }
    expect(mailFromDomain(d)).toBe('bounce.inbox.mnexa.ai')
    expect(
      checklist(d)
        .filter((r) => r.group === 'return_path')
        .map((r) => r.host),
    ).toEqual(Array(2).fill('bounce.inbox.mnexa.ai'))
  })

  it('names our own door where the installation receives by it', () =>
    expect(brief({ ...domain, inboundMx: 'mx.letterhead.dev' })).toContain(
      'inbound | receive | MX | inbox.mnexa.ai | 10 | mx.letterhead.dev',
    ))

  it('names every key once, with a purpose and a time to live that panels take', () => {
    const all = checklist({ ...domain, ownershipRequired: true })
    expect(new Set(all.map((r) => r.key)).size).toBe(8)
    for (const r of all)
      expect(r).toMatchObject({ ttl: 300, purpose: expect.stringMatching(/\.$/) as string })
  })
})
