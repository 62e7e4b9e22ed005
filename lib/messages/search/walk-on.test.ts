import { describe, expect, it } from 'vitest'
import type { Position } from '@/lib/kernel/page'
import { walkOn } from './walk-on'

const at = (n: number): Position => ({ at: new Date(n), id: `end-${n}` })

/** A list of so many stretches, each walked in so long, with something only in the one told. */
async function walked({ stretches, found = 0, ms = 1 }: { stretches: number; found?: number; ms?: number }) {
  let time = 0
  const began: (string | undefined)[] = []
  const page = await walkOn(
    undefined,
    (older) => {
      began.push(older?.id)
      time += ms
      const n = began.length
      return Promise.resolve({ ids: n === found ? ['x'] : [], next: n < stretches ? at(n) : null })
    },
    () => time,
  )
  return { ...page, began }
}

describe('a walk', () => {
  it('goes on from where a stretch without anything ended, until something is found', async () =>
    expect(await walked({ stretches: 9, found: 3 })).toEqual({
      ...{ ids: ['x'], next: at(3) },
      began: [undefined, 'end-1', 'end-2'],
    }))
  it('ends where the list does', async () =>
    expect(await walked({ stretches: 2 })).toEqual({ ids: [], next: null, began: [undefined, 'end-1'] }))
  it('rests after five stretches, and says where to go on', async () => {
    const { ids, next, began } = await walked({ stretches: 9, found: 6 })
    expect({ ids, next, walked: began.length }).toEqual({ ids: [], next: at(5), walked: 5 })
  })
  it('rests where stretches take long', async () => {
    const { next, began } = await walked({ stretches: 9, found: 6, ms: 30 })
    expect({ next, walked: began.length }).toEqual({ next: at(2), walked: 2 })
  })
})
