import { expect, it } from 'vitest'
import { allows } from '@/lib/kernel/permissions'
import { idOf, references, sampleInput, type AnyOperation } from '../sample-input'
import { boundTo, openedBy, things, thingsIn, type TestInbox } from '../things'
import { doors } from './doors'
import { everyDoor, throughDoor } from './every-door'
import { expectDone } from './expect-done'
import { product } from './set-out'
import { inTenants, named, stateOfB } from './theirs'

/** Registers the walk of programs that are held to one inbox: a key, and a grant's token. */
export function walkHeldToInbox(): void {
  it.each(named(inTenants))(
    '%s: nothing of another inbox of the same tenant; of its own, yes',
    async (_, o) => {
      const [mine, other] = [await openedBy(product.b), await openedBy(product.b)]
      const ids = await idsIn(o, other)
      const programs = await twoPrograms(mine)
      const before = await stateOfB()
      for (const who of programs) {
        // A list of everything names nothing: what it answers is looked at below.
        if (o.spec.inbox === 'scoped' && Object.keys(ids).length === 0) continue
        const refusal = refusalOf(o, who.kind)
        const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
        await everyDoor(o, who, null, input, ({ code, door, text }) => {
          expect.soft({ kind: who.kind, door, code }).toEqual({ kind: who.kind, door, code: refusal })
          expect.soft(text).not.toContain(other.address)
        })
      }
      expect(await stateOfB()).toBe(before)
      if (o.spec.inbox !== undefined) await doneInOwn(o)
    },
  )

  it.each(
    named(inTenants.filter((o) => o.spec.inbox === 'scoped' && idOf(o) === null && o.spec.effect === 'read')),
  )('%s lists what is in its inbox, and nothing of another', async (_, o) => {
    const [mine, other] = [await openedBy(product.b), await openedBy(product.b)]
    const [own, foreign] = [await marksOf(mine), await marksOf(other)]
    for (const who of await twoPrograms(mine)) {
      if (!allows(o.spec.permission, who.kind)) continue
      const input = () => Promise.resolve(o.spec.name === 'messages.list' ? { folder: 'trash' } : {})
      await everyDoor(o, who, null, input, (answer) => {
        const { door, text } = answer
        expectDone(answer)
        const isThere = own.some((mark) => text.includes(mark))
        expect.soft(isThere, `${door}: ${text}`).toBe(true)
        for (const mark of foreign) expect.soft(text).not.toContain(mark)
      })
    }
  })
}

const refusalOf = ({ spec: { permission, inbox } }: AnyOperation, kind: 'key' | 'grant') =>
  !allows(permission, kind) ? 'forbidden' : inbox === 'scoped' ? 'not_found' : 'key_bound'

/** The twins, each on an inbox of its own, since some close it. */
async function doneInOwn(o: AnyOperation): Promise<void> {
  for (const kind of ['key', 'grant'] as const)
    for (const door of Object.keys(doors)) {
      if (!allows(o.spec.permission, kind)) continue
      const own = await openedBy(product.b)
      const who = (await twoPrograms(own)).find((program) => program.kind === kind)!
      const input = sampleInput(o, await idsIn(o, own), 'harbor')
      const answer = await throughDoor(door, o, who, null, input)
      if (answer) expectDone({ ...answer, door: `${door}, ${kind}` })
    }
}

/** What the operation's ids name, in this inbox; of the same tenant when it names anything that lies in none. */
async function idsIn(o: AnyOperation, inbox: TestInbox): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { field, of } of references(o)) {
    const make = thingsIn[of]
    found[field] = make ? await make(product, inbox) : await things[of]!(product, product.b)
  }
  return found
}

const twoPrograms = async (inbox: TestInbox) =>
  Object.entries(await boundTo(product.b, inbox)).map(([kind, bearer]) => ({
    ...{ kind: kind as 'key' | 'grant', bearer },
  }))

const marksOf = async (inbox: TestInbox) => [
  ...[inbox.id, inbox.address, inbox.grantId],
  await thingsIn['/messages']!(product, inbox),
]
