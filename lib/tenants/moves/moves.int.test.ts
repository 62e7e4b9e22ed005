import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { showEvent } from '@/lib/audit/show-event'
import { addDomain } from '@/lib/domains/add-domain'
import { listDomains } from '@/lib/domains/list-domains'
import { ask, platformKey } from '@/lib/faces/rest/testing/asking'
import { asPlatform } from '@/lib/kernel/platform'
import { addWithKeys, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { archiveWorkspace } from '@/lib/workspaces/archive-workspace'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { setPolicy } from '@/lib/workspaces/policy/set-policy'
import { limitNames } from '@/lib/usage/fields'
import { withClient } from '@/prisma/sql'
import { previewPlan } from '../governing/preview-plan'
import { holdTenant } from '../hold-tenant'
import { inspectTenant } from '../inspect-tenant'
import { newTenant } from '../testing/new-tenant'
import { listMoves } from './list-moves'
import { moveTenant } from './move-tenant'
import { previewMove } from './preview-move'
import { undoMove } from './undo-move'

let product: TestProduct
let made = 0

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const fresh = () => newTenant(product, `moved-${++made}`)
async function workspace(policy = {}, environment: 'production' | 'staging' = 'production') {
  const { slug } = await createWorkspace(product.admin, {
    slug: `room-${++made}`,
    name: 'A room',
    environment,
  })
  await setPolicy(product.admin, { workspace: slug, version: 1, policy })
  return slug
}
const move = (tenant: string, to: string, from?: string) =>
  moveTenant(product.admin, { tenant, workspace: to, ...(from !== undefined && { from }) })
const placeOf = async (tenant: string) => {
  const { workspace, assignment } = await inspectTenant(product.admin, { tenant })
  return { workspace: workspace.slug, assignment }
}

describe('a move', () => {
  it('puts a tenant under another policy, which its very next act obeys', async () => {
    const { tenant, owner } = await fresh()
    const tight = await workspace({ domains: 1 })
    await addDomain(owner, { name: `one.${tenant.slug}.dev` })
    const done = await move(tenant.slug, tight)
    expect(done).toMatchObject({
      from: { slug: 'default', assignment: 'fallback' },
      to: { slug: tight, assignment: 'explicit' },
      ...{ movedBy: 'Ines Keller', undoable: true, undoneAt: null },
    })
    expect(await refusedWith(addDomain(owner, { name: `two.${tenant.slug}.dev` }))).toBe('limit_reached')
    await undoMove(product.admin, { move: done.id })
    await addDomain(owner, { name: `two.${tenant.slug}.dev` })
    await move(tenant.slug, tight)
    expect(await refusedWith(addDomain(owner, { name: `three.${tenant.slug}.dev` }))).toBe('limit_reached')
    expect((await listDomains(owner, {})).items).toHaveLength(2)
  })

  it('is told in the trail of the tenant, with both places', async () => {
    const { tenant, owner } = await fresh()
    const to = await workspace()
    const { id } = await move(tenant.slug, to)
    await undoMove(product.admin, { move: id })
    const [undone, moved] = (await listActivity(owner, { limit: 2 })).items
    expect([undone?.action, moved?.action]).toEqual(['tenant.move_undone', 'tenant.moved'])
    expect(await showEvent(owner, { id: moved!.id })).toMatchObject({
      before: { workspace: 'default', assignment: 'fallback' },
      after: { workspace: to, assignment: 'explicit' },
    })
  })

  it('to where it is: once on purpose, so that no pattern takes it away, and then there is nothing to move', async () => {
    const { tenant } = await fresh()
    expect(await placeOf(tenant.slug)).toEqual({ workspace: 'default', assignment: 'fallback' })
    await move(tenant.slug, 'default')
    expect(await placeOf(tenant.slug)).toEqual({ workspace: 'default', assignment: 'explicit' })
    expect(await refusedWith(move(tenant.slug, 'default'))).toBe('conflict')
  })

  it('into another environment, an archived workspace or none is refused; each beside one that is not', async () => {
    const { tenant } = await fresh()
    const [open, closed, staging] = [await workspace(), await workspace(), await workspace({}, 'staging')]
    await archiveWorkspace(product.admin, { workspace: closed })
    expect(await refusedWith(move(tenant.slug, staging))).toBe('environment_differs')
    expect(await refusedWith(move(tenant.slug, 'staging'))).toBe('environment_differs')
    expect(await refusedWith(move(tenant.slug, closed))).toBe('workspace_archived')
    expect(await refusedWith(move(tenant.slug, 'nowhere'))).toBe('workspace_unknown')
    expect(await refusedWith(move('nobody', open))).toBe('not_found')
    expect(await refusedWith(move('letterhead', open))).toBe('not_found')
    expect(await refusedWith(move(tenant.slug, open, 'elsewhere'))).toBe('conflict')
    await move(tenant.slug, open, 'default')
    expect((await inspectTenant(product.admin, { tenant: tenant.slug })).moves).toHaveLength(1)
  })

  it('is an admin’s: support reads the moves, and makes none', async () => {
    const { tenant, owner } = await fresh()
    const to = await workspace()
    for (const as of [product.support, owner])
      expect(await refusedWith(moveTenant(as, { tenant: tenant.slug, workspace: to }))).toBe('forbidden')
    const { id } = await move(tenant.slug, to)
    expect(await refusedWith(undoMove(product.support, { move: id }))).toBe('forbidden')
    expect((await listMoves(product.support, { tenant: tenant.slug })).items).toMatchObject([{ id }])
  })

  it('goes over REST like everywhere', async () => {
    const { tenant } = await fresh()
    const to = await workspace({ domains: 2 })
    const key = await platformKey(product)
    const path = `/admin/tenants/${tenant.slug}/moves`
    const preview = await ask(`GET ${path}/preview?workspace=${to}`, key)
    expect(preview).toMatchObject({ status: 200, body: { from: { slug: 'default' }, to: { slug: to } } })
    const moved = await ask(`POST ${path}`, key, { body: { workspace: to, from: 'default' } })
    expect(moved).toMatchObject({ status: 200, body: { movedBy: 'deploy' } })
    expect((await ask(`POST ${path}`, key, { body: { workspace: to } })).status).toBe(409)
    const undone = await ask(`POST /admin/moves/${String(moved.body['id'])}/undo`, key)
    expect(undone).toMatchObject({ status: 200, body: { to: { slug: 'default', assignment: 'fallback' } } })
  })
})

describe('what a move would change', () => {
  it('is shown limit by limit, with who decides, what is used, and what follows', async () => {
    const { tenant, owner } = await fresh()
    for (const n of [1, 2, 3]) await addDomain(owner, { name: `d${n}.${tenant.slug}.dev` })
    const to = await workspace({ domains: 2, members: 10_000 })
    const { limits } = await previewMove(product.admin, { tenant: tenant.slug, workspace: to })
    expect(limits.map(({ name }) => name)).toEqual(limitNames)
    expect(limits.filter(({ before, after }) => before.limit !== after.limit)).toEqual([
      {
        ...{ name: 'domains', label: 'Domains', unit: 'domains', window: 'always', used: 3 },
        ...{ before: { limit: 50, source: 'plan' }, after: { limit: 2, source: 'policy' }, above: true },
        consequence: 'All domains stay. One more is refused until there are fewer than 2.',
      },
    ])
    expect(await placeOf(tenant.slug)).toMatchObject({ workspace: 'default' })
    const shown = (await inspectTenant(product.admin, { tenant: tenant.slug })).limits
    expect(shown.find(({ name }) => name === 'domains')).toMatchObject({ used: 3, limit: 50, source: 'plan' })
  })
})

describe('a preview', () => {
  it('only reads: it waits for nobody who acts on the tenant or the workspace', async () => {
    const { tenant } = await fresh()
    const to = await workspace({ domains: 2 })
    const previews = () =>
      Promise.all([
        previewMove(product.admin, { tenant: tenant.slug, workspace: to }),
        previewPlan(product.admin, { tenant: tenant.slug, plan: 'free' }),
      ])
    const [, plan] = await asPlatform(async (tx) => {
      await holdTenant(tx, { slug: tenant.slug })
      await tx.$queryRaw`select 1 as held from "Workspace" where slug = ${to} for update`
      return previews()
    })
    expect(plan).toMatchObject({ from: 'pro', to: 'free' })
    await archiveWorkspace(product.admin, { workspace: to })
    expect(await refusedWith(previews())).toBe('workspace_archived')
  })
})

describe('taking a move back', () => {
  it('restores why it was there, once, and is a move that can be taken back itself', async () => {
    const { tenant } = await fresh()
    const to = await workspace()
    const first = await move(tenant.slug, to)
    const back = await undoMove(product.admin, { move: first.id })
    expect(await placeOf(tenant.slug)).toEqual({ workspace: 'default', assignment: 'fallback' })
    expect(await refusedWith(undoMove(product.admin, { move: first.id }))).toBe('move_overtaken')
    await undoMove(product.admin, { move: back.id })
    expect(await placeOf(tenant.slug)).toEqual({ workspace: to, assignment: 'explicit' })
    const { items } = await listMoves(product.admin, { tenant: tenant.slug })
    expect(items.map(({ undoable }) => undoable)).toEqual([true, false, false])
    expect(items.map(({ undoneAt }) => undoneAt !== null)).toEqual([false, true, true])
  })

  it('is refused when another move came after it, or its workspace was archived', async () => {
    const { tenant } = await fresh()
    const [one, two] = [await workspace(), await workspace()]
    const first = await move(tenant.slug, one)
    const second = await move(tenant.slug, two)
    expect(await refusedWith(undoMove(product.admin, { move: first.id }))).toBe('move_overtaken')
    await archiveWorkspace(product.admin, { workspace: one })
    expect(await refusedWith(undoMove(product.admin, { move: second.id }))).toBe('workspace_archived')
    for (const id of [crypto.randomUUID(), 'no id'])
      expect(await refusedWith(undoMove(product.admin, { move: id }))).toBe('not_found')
  })

  it('pages through the history', async () => {
    const { tenant } = await fresh()
    const [one, two] = [await workspace(), await workspace()]
    for (const to of [one, two, one]) await move(tenant.slug, to)
    const page = await listMoves(product.admin, { tenant: tenant.slug, limit: 2 })
    const rest = await listMoves(product.admin, { tenant: tenant.slug, limit: 2, cursor: page.nextCursor! })
    expect([...page.items, ...rest.items].map(({ to }) => to.slug)).toEqual([one, two, one])
    expect(rest.items.map(({ undoable }) => undoable)).toEqual([false])
  })
})

describe('at the same time', () => {
  const ends = async (acts: Promise<unknown>[]) =>
    (await Promise.allSettled(acts)).map((end) =>
      end.status === 'fulfilled' ? 'done' : String((end.reason as { code?: string }).code ?? end.reason),
    )

  it('two moves from one place: one goes through, the other hears where the tenant is', async () => {
    const { tenant } = await fresh()
    const rooms = [await workspace(), await workspace(), await workspace()]
    const heard = await ends(rooms.map((to) => move(tenant.slug, to, 'default')))
    expect(heard.toSorted()).toEqual(['conflict', 'conflict', 'done'])
    expect((await listMoves(product.admin, { tenant: tenant.slug })).items).toHaveLength(1)
  })

  it('a move and the undoing of the one before: whichever came second found the other', async () => {
    for (let round = 0; round < 5; round++) {
      const { tenant } = await fresh()
      const [one, two] = [await workspace(), await workspace()]
      const { id } = await move(tenant.slug, one)
      const heard = await ends([undoMove(product.admin, { move: id }), move(tenant.slug, two)])
      const { items } = await listMoves(product.admin, { tenant: tenant.slug })
      const chain = items.toReversed()
      chain.forEach((step, at) => expect(step.from.slug).toBe(at === 0 ? 'default' : chain[at - 1]!.to.slug))
      expect(await placeOf(tenant.slug)).toMatchObject({ workspace: items[0]!.to.slug })
      expect(heard).toEqual([items.length === 3 ? 'done' : 'move_overtaken', 'done'])
    }
  })

  it('archiving a workspace while tenants move into it leaves nobody in an archived one', async () => {
    const to = await workspace()
    const tenants = await Promise.all([fresh(), fresh(), fresh()])
    await ends([
      ...tenants.map(({ tenant }) => move(tenant.slug, to)),
      archiveWorkspace(product.admin, { workspace: to }),
    ])
    const [{ count } = { count: -1 }] = await withClient(
      product.database.superUrl,
      async (c) =>
        (
          await c.query<{ count: number }>(
            `select count(*)::int from "Tenant" t join "Workspace" w on w.id = t."workspaceId" where w."archivedAt" is not null`,
          )
        ).rows,
    )
    expect(count).toBe(0)
  })

  it('what is under way goes on: domains are added and mail is sent while the tenant goes back and forth', async () => {
    await openSharedPath(product)
    const who = await fresh()
    const { slug } = who.tenant
    const [wide, tight] = [await workspace(), await workspace({ domains: 8 })]
    const { id: domainId } = await addWithKeys(who, `first.${slug}.dev`)
    const moving = (async () => {
      for (let n = 0; n < 12; n++) await move(slug, n % 2 ? wide : tight)
    })()
    const sends = Array.from({ length: 5 }, (_, n) =>
      sendTestMessage(who.owner, { domainId, idempotencyKey: `while moving ${n}` }),
    )
    const adds = Array.from({ length: 12 }, (_, n) => addDomain(who.owner, { name: `d${n}.${slug}.dev` }))
    const added = await ends(adds)
    expect((await Promise.all(sends)).map(({ state }) => state)).toEqual(Array(5).fill('accepted'))
    await moving
    // Under the wide policy all fit; under the tight one no ninth does. Nothing else was refused, and nothing lost.
    expect(added.filter((heard) => !['done', 'limit_reached'].includes(heard))).toEqual([])
    const rows = (await listDomains(who.owner, { limit: 100 })).items.length
    expect(rows).toBe(1 + added.filter((heard) => heard === 'done').length)
    const { limits } = await inspectTenant(product.admin, { tenant: slug })
    expect(limits.find(({ name }) => name === 'domains')?.used).toBe(rows)
    // Back under the tight policy the number holds exactly: eight stay what it takes.
    await move(slug, tight)
    const more = await ends(
      Array.from({ length: 10 }, (_, n) => addDomain(who.owner, { name: `e${n}.${slug}.dev` })),
    )
    expect(more.filter((heard) => heard === 'done')).toHaveLength(Math.max(0, 8 - rows))
  })
})
