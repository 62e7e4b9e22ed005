import { describe, expect, test } from 'vitest'
import { formatEndpoint, mayAsk, parseEndpoint } from './endpoint'
import { ROOT_SERVERS } from './root-servers'

describe('which addresses get a packet', () => {
  test.each([...ROOT_SERVERS, '1.1.1.1', '2606:4700:4700::1111', '2001:500:2::c'])('%s does', (address) => {
    expect(mayAsk(address, false)).toBe(true)
  })

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '::ffff:0:1.1.1.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001::1',
    '2001:db8::1',
    'fe80::1',
    'fe80::1%eth0',
    '2606:4700::1%eth0',
    'fc00::1',
    'ff02::1',
    '4000::1',
    'localhost',
    '0x7f.1',
    '2130706433',
    '',
  ])('"%s" does not, in a loopback world neither', (address) => {
    expect([mayAsk(address, false), mayAsk(address, true)]).toEqual([false, false])
  })

  test.each(['127.0.0.1', '127.9.9.9', '::1'])('%s does in a loopback world only', (address) => {
    expect([mayAsk(address, false), mayAsk(address, true)]).toEqual([false, true])
  })
})

describe('how a name server is written', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1', 53],
    ['192.0.2.1:5300', '192.0.2.1', 5300],
    ['2001:db8::1', '2001:db8::1', 53],
    ['[2001:db8::1]:5300', '2001:db8::1', 5300],
  ])('%s', (written, address, port) => {
    expect(parseEndpoint(written)).toEqual({ address, port })
    expect(formatEndpoint({ address, port })).toBe(written)
  })

  test.each(['', 'ns.test', '192.0.2.1:0', '192.0.2.1:70000', '[192.0.2.1]:53', '192.0.2.1:x'])(
    'not "%s"',
    (written) => {
      expect(() => parseEndpoint(written)).toThrow('is not a name server address')
    },
  )
})
