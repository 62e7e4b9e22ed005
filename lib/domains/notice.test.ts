import { describe, expect, it } from 'vitest'
import { notice } from './notice'
import { eventText } from './event-words'
import { detectProvider } from './provider'
import { domainStates, receivingStates } from './view'

const facts = {
  state: 'pending',
  problem: null,
  dkimTokens: ['a', 'b', 'c'],
  ownershipRequired: false,
  ownershipProvenAt: null,
  tenant: { environment: 'production' },
} as const
const told = (change: object) => notice({ ...facts, dkimTokens: [...facts.dkimTokens], ...change }) ?? ''

describe('the page says what we are busy with', () => {
  it.each<[object, RegExp]>([
    [{}, /^$/],
    [{ state: 'ready' }, /^$/],
    [{ state: 'failed' }, /^$/],
    [{ state: 'provisioning', dkimTokens: [] }, /making your signing keys/],
    [{ state: 'provisioning' }, /you can publish already/],
    [{ state: 'verifying' }, /confirms them by itself/],
    [{ state: 'deleting', problem: 'unreachable' }, /removing this domain/],
    [{ ownershipRequired: true }, /proof of ownership/],
    [{ ownershipRequired: true, ownershipProvenAt: new Date() }, /^$/],
    [{ problem: 'busy' }, /busy/],
    [{ problem: 'unreachable' }, /does not answer/],
    [{ problem: 'refused' }, /paused on our side/],
    [{ problem: 'foreign' }, /review on our side/],
    [{ problem: 'held' }, /looks at this name/],
    [{ problem: 'something newer' }, /keep trying/],
  ])('%j', (change, words) => {
    expect(told(change)).toMatch(words)
    expect(told(change)).not.toMatch(/\b(aws|ses|arn|another (customer|tenant|organisation))\b/i)
  })
})

describe('the rule of trial environments', () => {
  const RULE = /in use in production is not used in staging at the same time/
  const staging = { tenant: { environment: 'staging' } }
  it.each<[object]>([[{ ownershipRequired: true }], [{ problem: 'held' }]])(
    'is said where a name may be in use elsewhere, and in production never: %j',
    (change) => {
      expect(told({ ...staging, ...change }).startsWith(told(change))).toBe(true)
      expect(told({ ...staging, ...change })).toMatch(RULE)
      expect(told(change)).not.toMatch(RULE)
    },
  )
  it.each<[object]>([[{}], [{ problem: 'busy' }], [{ state: 'verifying' }]])(
    'and not where it helps nobody: %j',
    (change) => {
      expect(told({ ...staging, ...change })).toBe(told(change))
    },
  )
})

it('every state that a timeline can tell has words of its own', () => {
  const kinds = [
    ...domainStates, ...receivingStates.filter((r) => r !== 'off').map((r) => `receiving_${r}`), 'added', 'keys_made', 'records_found',
    'records_wrong', 'records_lost', 'restarted', 'ownership_proven', 'ownership_needed', 'began_anew',
  ] // prettier-ignore
  for (const kind of kinds) expect(eventText(kind, {}).text, kind).not.toBe(kind.replaceAll('_', ' '))
  expect(eventText('records_found', { labels: ['DKIM 1', 'DKIM 2', 'SPF'] }).text).toBe(
    'DKIM 1, DKIM 2 and SPF found',
  )
})

it.each([
  [['dee.ns.cloudflare.com'], 'Cloudflare'],
  [['ns-1.awsdns-01.co.uk'], 'Route 53'],
  [['ns1.cloudflare.com.evil.dev'], undefined],
  [[], undefined],
])('name servers %j belong to %s', (hosts, name) => expect(detectProvider(hosts)?.name).toBe(name))
