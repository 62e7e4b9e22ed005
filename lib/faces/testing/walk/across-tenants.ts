import { expect, it } from 'vitest'
import { allows } from '@/lib/kernel/permissions'
import type { Customer } from '@/lib/local/testing/product'
import { sampleInput, type AnyOperation } from '../sample-input'
import { doors } from './doors'
import { everyDoor, throughDoor } from './every-door'
import { expectDone } from './expect-done'
import { people, person, product } from './set-out'
import { across, freshInput, idsOf, named, ofOneself } from './theirs'

/** Registers the walk of what is done across tenants, and of what a person does with their own. */
export function walkAcrossTenants(): void {
  it.each(named(across))('%s: for the platform’s staff, and nobody of a tenant', async (_, o) => {
    const ids = await idsOf(o, product.b)
    const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
    const strangers = [
      ...(['ownerOfA', 'memberOfA', 'keyOfA', 'ownerOfB', 'keyOfB', 'revokedKey', 'nobody'] as const),
    ]
    for (const name of strangers)
      for (const tenant of [null, 'harbor'])
        await everyDoor(o, people[name], tenant, input, ({ code, door, text }) => {
          expect.soft({ name, door, code }).toEqual({ name, door, code: refusalOf(name) })
          expect.soft(text).not.toContain(product.b.tenant.id)
        })
    for (const [name, kind] of [
      ['support', 'support'],
      ['platformKey', 'platform_key'],
    ] as const)
      if (!allows(o.spec.permission, kind))
        await everyDoor(o, people[name], null, input, ({ code, door }) =>
          expect.soft({ name, door, code }).toEqual({ name, door, code: 'forbidden' }),
        )
    await everyDoor(o, people.admin, null, () => freshInput(o), expectDone)
  })

  it.each(named(ofOneself))('%s: for oneself only', async (_, o) => {
    const ids = await idsOf(o, product.b)
    const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
    for (const name of ['keyOfA', 'keyOfB', 'platformKey', 'revokedKey', 'nobody'] as const)
      await everyDoor(o, people[name], null, input, ({ code, door }) =>
        expect.soft({ name, door, code }).toEqual({ name, door, code: refusalOf(name) }),
      )
    if (Object.keys(ids).length > 0)
      for (const name of ['ownerOfA', 'memberOfA', 'support', 'admin'] as const)
        await everyDoor(o, people[name], null, input, ({ code, door }) =>
          expect.soft({ name, door, code }).toEqual({ name, door, code: 'not_found' }),
        )
    await everyDoorOfSomebodyNew(o)
  })
}

const refusalOf = (name: string) =>
  name === 'nobody' || name === 'revokedKey' ? 'not_signed_in' : 'forbidden'

/** Ending one's sessions ends the walker's too: so each door gets a person of its own. */
async function everyDoorOfSomebodyNew(o: AnyOperation): Promise<void> {
  const { userId } = product.b.member
  const own: Customer = { ...product.b, owner: { ...product.b.owner, userId } }
  for (const door of Object.keys(doors)) {
    const who = await person('person', userId)
    const answer = await throughDoor(door, o, who, null, sampleInput(o, await idsOf(o, own), 'harbor'))
    if (answer) expectDone({ ...answer, door })
  }
}
