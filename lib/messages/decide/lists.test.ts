import { beforeAll, describe, expect, it } from 'vitest'
import { startServers, type TestServer } from '@/lib/gateways/dns/testing/dns-server'
import { a, NXDOMAIN, SERVFAIL, soa } from '@/lib/gateways/dns/testing/records'
import { isListing, listedAt, reverse } from './lists'

let server: TestServer
const answers: Record<string, string> = {
  '2.0.0.127.one.test': '127.0.0.2',
  '2.0.0.127.two.test': '127.0.0.4',
  '9.113.0.203.one.test': '127.255.255.254',
  '9.113.0.203.two.test': '192.0.2.80',
}

beforeAll(async () => {
  const servers = await startServers({
    '127.0.0.1': ({ question: { name } }) => {
      if (name.startsWith('3.0.0.127')) return null
      if (name.startsWith('4.0.0.127')) return SERVFAIL
      const found = answers[name]
      return found ? { answers: [a(name, found)] } : { rcode: NXDOMAIN, authorities: [soa('test', 60)] }
    },
  })
  server = servers['127.0.0.1']
  Object.assign(process.env, {
    ...{ DATABASE_URL: 'postgresql://none', NEXTAUTH_SECRET: 'x'.repeat(32) },
    ...{ MASTER_KEY: Buffer.alloc(32).toString('base64'), SPAM_LISTS: 'one.test,two.test' },
    ...{
      DNS_ROOTS: server.at,
      DNS_RESOLVERS: server.at,
      DNS_PORT: String(server.port),
      DNS_ALLOW_LOOPBACK: '1',
    },
  })
  return () => server.close()
})

describe('the lists', () => {
  it('that have an address are named', async () => {
    expect(await listedAt('127.0.0.2')).toEqual(['one.test', 'two.test'])
    expect(await listedAt('::ffff:127.0.0.2')).toEqual(['one.test', 'two.test'])
  })
  it('that do not have it are not', async () => expect(await listedAt('127.0.0.9')).toEqual([]))
  it('are not believed when they refuse us, or answer from elsewhere', async () =>
    expect(await listedAt('203.0.113.9')).toEqual([]))
  it('are not asked again for what they said just now', async () => {
    await listedAt('127.0.0.2')
    const before = server.asked.length
    await listedAt('127.0.0.2')
    expect(server.asked.length).toBe(before)
  })
  it('have two seconds, and failing is no listing', async () => {
    const began = performance.now()
    expect(await listedAt('127.0.0.3')).toEqual([])
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(await listedAt('127.0.0.4')).toEqual([])
  })
  it('are not asked about what is no address of the net', async () => {
    const before = server.asked.length
    for (const address of ['', 'localhost', '10.0.0.1', 'fe80::1', '999.1.1.1'])
      expect(await listedAt(address)).toEqual([])
    expect(server.asked.length).toBe(before)
  })
})

it.each([
  ['192.88.1.2', '2.1.88.192'],
  ['2001:4860::8888', '8.8.8.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.8.4.1.0.0.2'],
  ['192.168.1.1', null],
  ['nonsense', null],
])('%s is asked for as %s', (address, is) => expect(reverse(address)).toBe(is))

it.each([
  ['127.0.0.2', true],
  ['127.1.2.3', true],
  ['127.255.255.255', false],
  ['127.255.255.252', false],
  ['192.0.2.1', false],
])('the answer %s is a listing: %s', (address, is) => expect(isListing(address)).toBe(is))
