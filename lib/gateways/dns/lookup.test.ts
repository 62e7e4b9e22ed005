import { describe, expect, test } from 'vitest'
import type { Says } from './testing/dns-server'
import { gatewayFor, serve, smallWorld } from './testing/harness'
import { a, cname, mx, NXDOMAIN, REFUSED, SERVFAIL, soa, txt } from './testing/records'

const NAME = 'send.example.test'

describe('one server that answers', () => {
  test('a record is found with one packet, without recursion', async () => {
    const { gateway, server } = await smallWorld(() => ({ answers: [mx(NAME, 10, 'Feedback.Mail.TEST')] }))
    expect(await gateway.lookup(NAME, 'MX')).toEqual({
      outcome: 'found',
      name: NAME,
      type: 'MX',
      records: [{ type: 'MX', exchange: 'feedback.mail.test', preference: 10, ttl: 60 }],
      others: [],
      source: 'authoritative',
      server: server.at,
    })
    expect(server.asked).toMatchObject([{ recursion: false, edns: true, transport: 'udp' }])
  })

  test('nothing of that type is nodata, with the time resolvers may remember it', async () => {
    const { gateway } = await smallWorld(() => ({ authorities: [soa('example.test', 300)] }))
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({
      outcome: 'nodata',
      negativeTtl: 300,
      others: [],
    })
  })

  test('a name that does not exist is nxdomain; the SOA counts no longer than its own TTL', async () => {
    const { gateway } = await smallWorld(() => ({
      rcode: NXDOMAIN,
      authorities: [soa('example.test', 900, 60)],
    }))
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ outcome: 'nxdomain', negativeTtl: 60 })
  })

  test('all TXT and MX records come back, chunks joined without spaces', async () => {
    const { gateway } = await smallWorld(({ question }) => ({
      answers:
        question.type === 'TXT'
          ? [txt(NAME, 'v=spf1 include:', 'amazonses.com ~all'), txt(NAME, 'other')]
          : [mx(NAME, 10, 'one.test'), mx(NAME, 20, 'two.test')],
    }))
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({
      records: [{ text: 'v=spf1 include:amazonses.com ~all' }, { text: 'other' }],
    })
    expect(await gateway.lookup(NAME, 'MX')).toMatchObject({
      records: [{ exchange: 'one.test' }, { exchange: 'two.test' }],
    })
  })

  test('a CNAME where a TXT was asked is told beside, and the chain is followed inside the answer', async () => {
    const { gateway } = await smallWorld(({ question }) => ({
      answers: [cname(NAME, 'x.test'), ...(question.type === 'TXT' ? [] : [mx('x.test', 10, 'm.test')])],
    }))
    const others = [{ type: 'CNAME', target: 'x.test', ttl: 60 }]
    expect(await gateway.lookup(NAME, 'TXT')).toMatchObject({ outcome: 'nodata', others })
    expect(await gateway.lookup(NAME, 'MX')).toMatchObject({
      outcome: 'found',
      others,
      records: [{ type: 'MX' }],
    })
  })

  test('the question is folded before it is asked, the answer before it is compared', async () => {
    const { gateway, server } = await smallWorld(({ question }) => ({
      questions: [{ ...question, name: question.name.toUpperCase() }],
      answers: [cname('SEND.Example.test', 'Abc.DKIM.test')],
    }))
    expect(await gateway.lookup('Send.EXAMPLE.test.', 'CNAME')).toMatchObject({
      outcome: 'found',
      name: NAME,
      records: [{ target: 'abc.dkim.test' }],
    })
    expect(server.asked[0]?.question.name).toBe(NAME)
  })

  test.each(['', '.', 'a..b', `${'x'.repeat(64)}.test`, `${'a.'.repeat(127)}test`, 'bü.test', 'a b.test'])(
    'the name "%s" is malformed and nobody is asked',
    async (name) => {
      const { gateway, server } = await smallWorld(() => ({}))
      expect(await gateway.lookup(name, 'A')).toMatchObject({ outcome: 'failed', failure: 'malformed' })
      expect(server.asked).toEqual([])
    },
  )

  test('the same question asked twice at once is one packet; asked again it is a new one', async () => {
    const { gateway, server } = await smallWorld(() => ({ answers: [a(NAME, '192.0.2.1')] }))
    await Promise.all([gateway.lookup(NAME, 'A'), gateway.lookup(NAME, 'A')])
    expect(server.asked).toHaveLength(1)
    await gateway.lookup(NAME, 'A')
    expect(server.asked).toHaveLength(2)
  })
})

describe('when nobody answers', () => {
  test('silence is a timeout within bounded time, never an absence', async () => {
    const { gateway, server } = await smallWorld(() => null, { attempts: 2, timeoutMs: 60 })
    const began = performance.now()
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({
      outcome: 'failed',
      failure: 'timeout',
      server: server.at,
    })
    expect(performance.now() - began).toBeLessThan(1000)
    expect(server.asked).toHaveLength(2)
  })

  test.each<[string, Says]>([
    ['servfail', SERVFAIL],
    ['refused', REFUSED],
    ['refused', { aa: false }],
    ['refused', { aa: false, answers: [a(NAME, '192.0.2.1')] }],
    ['malformed', { answers: [a('neighbour.test', '192.0.2.1')] }],
  ])('%s is told as it is', async (failure, says) => {
    const { gateway } = await smallWorld(() => says)
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'failed', failure })
  })

  test('a port nobody listens on is a network failure', async () => {
    const servers = await serve({ '127.0.0.1': () => null })
    await servers['127.0.0.1'].close()
    servers['127.0.0.1'].close = async () => undefined
    expect(await gatewayFor(servers).lookup(NAME, 'A')).toMatchObject({ failure: 'network' })
  })

  test('nobody configured is no_servers', async () => {
    const { gateway } = await smallWorld(() => null, { roots: [] })
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ failure: 'no_servers', server: null })
  })

  test('close() ends what is under way and what comes later', async () => {
    const { gateway, server } = await smallWorld(() => null, { timeoutMs: 5000 })
    const pending = gateway.lookup(NAME, 'A')
    while (server.asked.length === 0) await new Promise((turn) => setImmediate(turn))
    gateway.close()
    expect(await pending).toMatchObject({ outcome: 'failed', failure: 'network' })
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ failure: 'network' })
    expect(server.asked).toHaveLength(1)
  })
})

describe.skipIf(process.platform !== 'linux')('the second opinion', () => {
  test.each<[string, Says]>([
    ['found', { aa: false, ra: true, answers: [a(NAME, '192.0.2.1')] }],
    ['nodata', { aa: false, ra: true, authorities: [soa('example.test', 300)] }],
    ['nxdomain', { aa: false, ra: true, rcode: NXDOMAIN }],
  ])('a resolver may say %s when every authoritative server fails', async (outcome, says) => {
    const servers = await serve({ '127.0.0.1': () => SERVFAIL, '127.0.0.2': () => says })
    const resolver = servers['127.0.0.2']
    const lookup = await gatewayFor(servers, { resolvers: [resolver.at] }).lookup(NAME, 'A')
    expect(lookup).toMatchObject({ outcome, source: 'resolver', server: resolver.at })
    expect(resolver.asked).toMatchObject([{ recursion: true }])
  })

  test('a resolver that fails too leaves the authoritative failure', async () => {
    const servers = await serve({ '127.0.0.1': () => SERVFAIL, '127.0.0.2': () => REFUSED })
    const gateway = gatewayFor(servers, { resolvers: [servers['127.0.0.2'].at] })
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({
      failure: 'servfail',
      server: servers['127.0.0.1'].at,
    })
  })

  test('something that is no resolver and only refers on says nothing about absence', async () => {
    const servers = await serve({ '127.0.0.1': () => SERVFAIL, '127.0.0.2': () => ({ aa: false }) })
    const gateway = gatewayFor(servers, { resolvers: [servers['127.0.0.2'].at] })
    expect(await gateway.lookup(NAME, 'A')).toMatchObject({ outcome: 'failed' })
  })

  test('the resolver is not asked when an authoritative server answers', async () => {
    const servers = await serve({ '127.0.0.1': () => ({ rcode: NXDOMAIN }), '127.0.0.2': () => REFUSED })
    await gatewayFor(servers, { resolvers: [servers['127.0.0.2'].at] }).lookup(NAME, 'A')
    expect(servers['127.0.0.2'].asked).toEqual([])
  })
})
