import { describe, expect, test } from 'vitest'
import { createDelegations } from './delegations'

const zone = (name: string) => ({ zone: name, servers: [] })

describe('remembered delegations', () => {
  test('the deepest enclosing zone is found, by whole labels', () => {
    const delegations = createDelegations(() => 0)
    for (const name of ['test', 'zone.test', 'other.test']) delegations.remember(zone(name), 60)
    expect(delegations.closest('a.b.zone.test')?.zone).toBe('zone.test')
    expect(delegations.closest('myzone.test')?.zone).toBe('test')
    expect(delegations.closest('example')).toBeUndefined()
  })

  test.each([
    [0, 1],
    [60, 60],
    [172_800, 300],
  ])('a TTL of %d s is kept for %d s', (ttl, kept) => {
    let time = 0
    const delegations = createDelegations(() => time)
    delegations.remember(zone('test'), ttl)
    time = kept * 1000 - 1
    expect(delegations.closest('test')).toBeDefined()
    time += 1
    expect(delegations.closest('test')).toBeUndefined()
  })

  test('the oldest go when there are too many', () => {
    const delegations = createDelegations(() => 0, 2)
    for (const name of ['one', 'two', 'three']) delegations.remember(zone(name), 60)
    expect(['one', 'two', 'three'].map((name) => delegations.closest(name)?.zone)).toEqual([
      undefined,
      'two',
      'three',
    ])
  })
})
