import { describe, expect, test } from 'vitest'
import type { Script } from './testing/dns-server'
import { gatewayFor, serve } from './testing/harness'
import { a, NXDOMAIN, ns, REFUSED, referral, SERVFAIL, soa, txt } from './testing/records'

const NAME = 'www.zone.test'
const ROOT = '127.0.0.1'
const TLD = '127.0.0.2'
const ZONE = '127.0.0.3'
const OTHER = '127.0.0.4'

const root: Script = () => referral('test', ['ns.test'], [a('ns.test', TLD)])
const tld: Script = () => referral('zone.test', ['ns.zone.test'], [a('ns.zone.test', ZONE)])
const zone: Script = () => ({ answers: [txt(NAME, 'here')] })

// Other loopback addresses than 127.0.0.1 need no set-up on Linux only.
describe.skipIf(process.platform !== 'linux')('the walk from the roots', () => {
  test('referrals are followed through three levels, and remembered for the next name', async () => {
    const servers = await serve({ [ROOT]: root, [TLD]: tld, [ZONE]: zone })
    const gateway = gatewayFor(servers)
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ outcome: 'found', server: servers[ZONE]?.at })
    await gateway.lookup(NAME, 'TXT')
    expect(Object.values(servers).map(({ asked }) => asked.length)).toEqual([1, 1, 2])
  })

  test('a remembered delegation is walked again when its time is over', async () => {
    let time = 0
    const servers = await serve({ [ROOT]: root, [TLD]: tld, [ZONE]: zone })
    const gateway = gatewayFor(servers, { now: () => time })
    await gateway.lookup(NAME, 'TXT')
    time += 61_000
    await gateway.lookup(NAME, 'TXT')
    expect(servers[ROOT]?.asked).toHaveLength(2)
  })

  test('a zone that moved is found although its old servers were remembered', async () => {
    let home = ZONE
    const servers = await serve({
      [ROOT]: root,
      [TLD]: () => referral('zone.test', [`ns${home.at(-1)}.test`], [a(`ns${home.at(-1)}.test`, home)]),
      [ZONE]: () => (home === ZONE ? { answers: [txt(NAME, 'old')] } : REFUSED),
      [OTHER]: () => ({ answers: [txt(NAME, 'new')] }),
    })
    const gateway = gatewayFor(servers)
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ records: [{ text: 'old' }] })
    home = OTHER
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ records: [{ text: 'new' }] })
  })

  test.each([
    ['still names it', () => referral('zone.test', ['ns.zone.test'], [a('ns.zone.test', ZONE)])],
    ['is silent too', () => null],
  ])('a remembered zone that fails is told by its own server when the parent %s', async (_, later) => {
    let parent: Script = tld
    let child: Script = zone
    const servers = await serve({
      [ROOT]: root,
      [TLD]: (asked) => parent(asked),
      [ZONE]: (asked) => child(asked),
    })
    const gateway = gatewayFor(servers)
    await gateway.lookup(NAME, 'TXT')
    parent = later
    child = () => SERVFAIL
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({
      failure: 'servfail',
      server: servers[ZONE]?.at,
    })
    expect(servers[ROOT]?.asked).toHaveLength(1)
    expect(servers[ZONE]?.asked).toHaveLength(2)
  })

  test('a name server without glue is looked for by the same walk', async () => {
    const servers = await serve({
      [ROOT]: ({ question }) =>
        question.name === 'ns.elsewhere' ? { answers: [a('ns.elsewhere', ZONE)] } : root(never),
      [TLD]: () => referral('zone.test', ['ns.elsewhere']),
      [ZONE]: zone,
    })
    expect(await gatewayFor(servers).lookup(NAME, 'TXT')).toMatchObject({ outcome: 'found' })
  })

  test.each([
    ['lame', { aa: false }],
    ['failing', SERVFAIL],
    ['refusing', REFUSED],
    ['silent', null],
    ['pointing back up', referral('test', ['ns.test'], [a('ns.test', TLD)])],
  ])('a %s server is skipped for the next one', async (_, says) => {
    const servers = await serve({
      [ROOT]: () =>
        referral('zone.test', ['ns1.test', 'ns2.test'], [a('ns1.test', ZONE), a('ns2.test', OTHER)]),
      [ZONE]: zone,
      [OTHER]: () => says,
    })
    for (let n = 0; n < 3; n++)
      expect(await gatewayFor(servers).lookup(NAME, 'TXT')).toMatchObject({
        outcome: 'found',
        server: servers[ZONE]?.at,
      })
  })

  test('out-of-bailiwick glue is ignored', async () => {
    const servers = await serve({
      [ROOT]: ({ question }) =>
        question.name === 'ns.victim' ? { answers: [a('ns.victim', ZONE)] } : root(never),
      [TLD]: () => referral('zone.test', ['ns.victim'], [a('ns.victim', OTHER)]),
      [ZONE]: zone,
      [OTHER]: () => ({ answers: [txt(NAME, 'forged')] }),
    })
    expect(await gatewayFor(servers).lookup(NAME, 'TXT')).toMatchObject({ records: [{ text: 'here' }] })
    expect(servers[OTHER]?.asked).toEqual([])
  })

  test('name servers that need each other end as no_servers after few packets', async () => {
    const servers = await serve({
      [ROOT]: ({ question }) =>
        question.name.endsWith('one') ? referral('one', ['ns.two']) : referral('two', ['ns.one']),
    })
    expect(await gatewayFor(servers).lookup('www.one', 'A')).toMatchObject({ failure: 'no_servers' })
    expect(servers[ROOT]?.asked.length).toBeLessThanOrEqual(6)
  })

  test('a zone that always refers deeper, to hosts that do the same, costs at most thirty packets', async () => {
    let made = 0
    const fan = () => Array.from({ length: 13 }, () => `h${made++}.fan`)
    const servers = await serve({
      [ROOT]: ({ question: { name } }) => referral(name, fan()),
    })
    expect(await gatewayFor(servers).lookup('www.fan', 'A')).toMatchObject({ failure: 'no_servers' })
    expect(servers[ROOT]?.asked.length).toBeLessThanOrEqual(30)
  })

  test.each(['10.0.0.1', '169.254.169.254', '192.168.1.1', '0.0.0.0'])(
    'a zone delegated to %s is blocked_address',
    async (address) => {
      const servers = await serve({
        [ROOT]: () => referral('zone.test', ['ns.zone.test'], [a('ns.zone.test', address)]),
      })
      expect(await gatewayFor(servers).lookup(NAME, 'A')).toMatchObject({ failure: 'blocked_address' })
    },
  )

  test('outside a loopback world a loopback address gets no packet', async () => {
    const servers = await serve({ [ROOT]: zone })
    const gateway = gatewayFor(servers, { allowLoopback: false, resolvers: [servers[ROOT]?.at ?? ''] })
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ failure: 'blocked_address' })
    expect(servers[ROOT]?.asked).toEqual([])
  })

  test('one server gets no more than its rate, whoever asks for what', async () => {
    const servers = await serve({ [ROOT]: () => ({ rcode: NXDOMAIN }) })
    const gateway = gatewayFor(servers, { perServerPerSecond: 3, now: () => 0 })
    const lookups = await Promise.all([1, 2, 3, 4, 5].map((n) => gateway.lookup(`n${n}.test`, 'A')))
    expect(lookups.map((l) => (l.outcome === 'failed' ? l.failure : l.outcome))).toEqual([
      ...Array<string>(3).fill('nxdomain'),
      ...Array<string>(2).fill('rate_limited'),
    ])
    expect(servers[ROOT]?.asked).toHaveLength(3)
  })

  test('a turn that comes soon is waited for', async () => {
    const servers = await serve({ [ROOT]: () => ({ rcode: NXDOMAIN }) })
    const gateway = gatewayFor(servers, { perServerPerSecond: 20, now: () => 0 })
    const lookups = await Promise.all(Array.from({ length: 22 }, (_, n) => gateway.lookup(`n${n}.test`, 'A')))
    expect(lookups.every(({ outcome }) => outcome === 'nxdomain')).toBe(true)
  })
})

describe('the name servers of a name', () => {
  const hosts = [ns('zone.test', 'NS2.Host.test'), ns('zone.test', 'ns1.host.test')]
  const world: Script = ({ question: { name } }) => {
    if (name === 'zone.test') return { answers: hosts }
    if (name === 'alias.zone.test')
      return { answers: [{ name, type: 'CNAME', ttl: 60, data: 'x.test' }], authorities: [soa('test', 60)] }
    if (name === 'bare.test') return { authorities: [soa('bare.test', 60)] }
    if (name.endsWith('zone.test')) return { rcode: NXDOMAIN, authorities: [soa('zone.test', 60)] }
    if (name.endsWith('nosoa')) return name === 'nosoa' ? { answers: [ns('nosoa', 'ns.nosoa')] } : {}
    return name.endsWith('broken') ? SERVFAIL : { rcode: NXDOMAIN, authorities: [soa('.', 60)] }
  }
  const found = { zone: 'zone.test', hosts: ['ns1.host.test', 'ns2.host.test'] }

  test.each([
    ['the apex', 'zone.test', found, 1],
    ['a name that does not exist, by its SOA', 'a.b.c.zone.test', found, 2],
    ['an alias, whose SOA belongs to another zone', 'alias.zone.test', found, 2],
    ['a zone without SOA in its answers', 'a.b.nosoa', { zone: 'nosoa', hosts: ['ns.nosoa'] }, 3],
    ['an apex without NS records', 'bare.test', { zone: 'bare.test', hosts: [] }, 1],
    ['a name below nothing but the root', 'nothing', null, 1],
    ['a zone that can not be asked', 'www.broken', null, 1],
    ['no name at all', 'a..b', null, 0],
  ])('%s', async (_, name, expected, packets) => {
    const servers = await serve({ [ROOT]: world })
    expect(await gatewayFor(servers).nameServers(name)).toEqual(expected)
    expect(servers[ROOT]?.asked).toHaveLength(packets)
  })
})

const never = {
  question: { name: '', type: 'A' },
  id: 0,
  recursion: false,
  edns: false,
  transport: 'udp',
} as const
