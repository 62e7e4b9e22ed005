import { describe, expect, it } from 'vitest'
import { addressOf } from './address'

describe('the address of a request', () => {
  it.each([
    [
      'without a proxy, whoever connected, whatever is claimed',
      '203.0.113.9',
      '198.51.100.1',
      0,
      '203.0.113.9',
    ],
    ['an IPv4 peer of a dual-stack socket, as IPv4', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['behind one proxy, whom it names', '10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    [
      'behind one proxy, not what the client put before',
      '10.0.0.1',
      '1.1.1.1, 198.51.100.1',
      1,
      '198.51.100.1',
    ],
    ['behind two, the second from the right', '10.0.0.2', 'x, 198.51.100.1, 10.0.0.1', 2, '198.51.100.1'],
    ['with fewer entries than proxies, the first there is', '10.0.0.1', '198.51.100.1', 5, '198.51.100.1'],
    ['with none at all, the peer', '10.0.0.1', undefined, 2, '10.0.0.1'],
    ['of nobody, nothing', undefined, undefined, 0, ''],
  ])('%s', (_, peer, forwarded, proxies, seen) => expect(addressOf(peer, forwarded, proxies)).toBe(seen))

  it('is bounded', () => expect(addressOf('x'.repeat(5000), undefined, 0)).toHaveLength(64))
})
