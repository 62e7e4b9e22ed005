import { expect, it } from 'vitest'
import { allows, isOfMail } from '@/lib/kernel/permissions'
import { operations } from '@/lib/operations'
import { idOf, references, sampleInput, type AnyOperation } from '../sample-input'
import { call } from '../things'
import { doors } from './doors'
import { everyDoor } from './every-door'
import { expectDone } from './expect-done'
import { people, product } from './set-out'
import { freshInput, idsOf, inTenants, looksAtB, mentionsB, named, stateOfB } from './theirs'

/** Registers the walk of what is done within a tenant. */
export function walkInTenants(): void {
  it.each(named(inTenants))('%s: nothing of B for anybody else, at any door; for B, yes', async (_, o) => {
    const ids = await idsOf(o, product.b)
    const before = await stateOfB()
    await refusedToNeighbours(o, ids)
    await refusedToOthers(o, ids)
    expect(await stateOfB()).toBe(before)
    await doneForB(o)
    await shownToStaff(o)
  })

  it.each(named(inTenants.filter((o) => references(o).length === 0 && o.spec.effect === 'read')))(
    '%s answers A, and nothing of B in it',
    async (_, o) => {
      const input = () => Promise.resolve(sampleInput(o, {}, 'mnexa'))
      await everyDoor(o, people.ownerOfA, 'mnexa', input, (answer) => {
        expectDone(answer)
        expect.soft(mentionsB(answer.text), `${answer.door}: ${answer.text.slice(0, 500)}`).toBe(false)
      })
    },
  )
}

async function refusedToNeighbours(o: AnyOperation, ids: Record<string, string>): Promise<void> {
  const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
  for (const name of ['ownerOfA', 'memberOfA', 'keyOfA'] as const) {
    const who = people[name]
    const refusal = allows(o.spec.permission, who.kind) ? 'not_found' : 'forbidden'
    if (Object.keys(ids).length > 0)
      await everyDoor(o, who, name === 'keyOfA' ? null : 'mnexa', input, ({ code, door, text }) => {
        expect.soft({ name, door, code }).toEqual({ name, door, code: refusal })
        expect.soft(mentionsB(text), text).toBe(false)
      })
    await everyDoor(o, who, 'harbor', input, ({ code, door, text }) => {
      expect.soft({ name, door, code }).toEqual({ name, door, code: 'not_found' })
      expect.soft(text).not.toContain(product.b.tenant.id)
    })
  }
}

async function refusedToOthers(o: AnyOperation, ids: Record<string, string>): Promise<void> {
  const { permission } = o.spec
  const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
  const others = {
    keyWithoutScope: !allows(permission, 'key')
      ? 'forbidden'
      : permission === 'tenants.read'
        ? null
        : 'scope_missing',
    revokedKey: 'not_signed_in',
    support: 'not_found',
    admin: 'not_found',
    nobody: 'not_signed_in',
  } as const
  for (const [name, refusal] of Object.entries(others))
    if (refusal)
      await everyDoor(o, people[name as keyof typeof others], 'harbor', input, ({ code, door }) =>
        expect.soft({ name, door, code }).toEqual({ name, door, code: refusal }),
      )
  await everyDoor(o, people.platformKey, null, input, ({ code, door }) =>
    expect.soft({ door, code }).toEqual({ door, code: 'tenant_required' }),
  )
  if (isOfMail(permission))
    await everyDoor(o, people.platformKey, 'harbor', input, ({ code, door, text }) => {
      expect.soft({ door, code }).toEqual({ door, code: 'forbidden' })
      expect.soft(text).not.toContain(product.b.tenant.id)
    })
}

/** The twins: whoever it belongs to, with a thing of their own each time, since some destroy it. */
async function doneForB(o: AnyOperation): Promise<void> {
  const { permission } = o.spec
  const fresh = () => freshInput(o)
  if (allows(permission, 'owner')) await everyDoor(o, people.ownerOfB, 'harbor', fresh, expectDone)
  if (allows(permission, 'key'))
    for (const who of isOfMail(permission) ? [people.keyOfB] : [people.keyOfB, people.platformKey])
      await everyDoor(o, who, 'harbor', fresh, expectDone)
}

/** Staff with an access: what a visitor may, on the record; nothing else. */
async function shownToStaff(o: AnyOperation): Promise<void> {
  await call('support.open', product.support, { tenant: 'harbor', reason: 'ticket number 4711' })
  const looks = await looksAtB()
  // What files of a message hide is not known: staff gets them after a second act on the record, and no sooner.
  const isMasked = o.spec.file === true && idOf(o)?.of === '/messages'
  if (isMasked)
    await everyDoor(
      o,
      people.support,
      'harbor',
      () => freshInput(o),
      ({ code, door }) => expect.soft({ door, code }).toEqual({ door, code: 'message_masked' }),
    )
  const shown = async () => {
    const input = await freshInput(o)
    if (isMasked) await unmask(String(input['id']))
    return input
  }
  const isVisitors = allows(o.spec.permission, 'visitor')
  await everyDoor(o, people.support, 'harbor', shown, ({ code, door, text }) => {
    const may = isVisitors ? 'ok' : 'forbidden'
    expect.soft({ door, code, ...(code !== may && { text }) }).toEqual({ door, code: may })
  })
  if (isVisitors) expect(await looksAtB()).toBeGreaterThan(looks)
}

async function unmask(id: string): Promise<void> {
  const o = operations.find(({ spec }) => spec.name === 'messages.unmask')!
  const answer = await doors['REST, as a program']!(o, people.support, 'harbor', { id })
  expect(answer?.code).toBe('ok')
}
