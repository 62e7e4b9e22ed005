import { describe, expect, it } from 'vitest'
import { isWithin, registrableZone, upwards } from './names'

describe('names', () => {
  it.each([
    ['_dmarc.send.acme.co.uk', 'acme.co.uk'],
    ['acme.example', 'acme.example'],
    ['t._domainkey.acme.example', 'acme.example'],
    ['a.b.github.io', 'github.io'],
    ['*.acme.com', 'acme.com'],
    ['acme.com.acme.com', 'acme.com'],
    ['localhost', null],
  ])('%s lives in %s', (name, zone) => {
    expect(registrableZone(name)).toBe(zone)
  })

  it('a name lies within its parents and not within a look-alike', () => {
    expect(isWithin('a.b.c', 'b.c')).toBe(true)
    expect(isWithin('ab.c', 'b.c')).toBe(false)
    expect([...upwards('a.b')]).toEqual(['a.b', 'b', ''])
  })
})
