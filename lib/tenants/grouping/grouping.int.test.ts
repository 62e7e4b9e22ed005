import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '@/lib/audit/list-activity'
import { addDomain } from '@/lib/domains/add-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { asPlatform } from '@/lib/kernel/platform'
import { addReady, addWithKeys, openSharedPath, publish, visit, visitUntil } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { archiveWorkspace } from '@/lib/workspaces/archive-workspace'
import { createWorkspace } from '@/lib/workspaces/create-workspace'
import { inspectTenant } from '../inspect-tenant'
import { moveTenant } from '../moves/move-tenant'
import { undoMove } from '../moves/undo-move'
import { newTenant } from '../testing/new-tenant'
import { placeFor } from './platform'

let product: TestProduct
let made = 0
beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
})
afterAll(() => product.stop())

const fresh = () => newTenant(product, `grouped-${++made}`)
async function workspace(
  patterns: string[],
  environment: 'production' | 'staging' | 'development' = 'production',
) {
  const slug = `group-${++made}`
  await createWorkspace(product.admin, { slug, name: `Group ${made}`, environment, patterns })
  return slug
}
const placeOf = async ({ tenant }: Customer) => {
  const { workspace, assignment } = await inspectTenant(product.admin, { tenant: tenant.slug })
  return { workspace: workspace.slug, assignment }
}

describe('a proven name', () => {
  it('brings a tenant that nobody placed to the workspace of its pattern; told in timeline and trail', async () => {
    const slug = await workspace(['*.g1.dev'])
    const who = await fresh()
    const { id } = await addReady(product, who, 'mail.g1.dev')
    expect(await placeOf(who)).toEqual({ workspace: slug, assignment: 'pattern' })
    const { timeline } = await showDomain(who.owner, { id })
    expect(timeline.filter(({ kind }) => kind === 'grouped')).toHaveLength(1)
    const { items } = await listActivity(who.owner, { limit: 50 })
    expect(items.filter(({ action }) => action === 'tenant.grouped')).toMatchObject([{ actor: 'Letterhead' }])
    await visit(who, id)
    expect((await inspectTenant(product.admin, { tenant: who.tenant.slug })).moves).toMatchObject([
      { from: { slug: 'default' }, to: { slug, assignment: 'pattern' }, undoable: true },
    ])
  })

  it('an unproven one pulls nobody, however long it is looked at', async () => {
    await workspace(['*.g2.dev'])
    const who = await fresh()
    const domain = await addWithKeys(who, 'mail.g2.dev')
    await publish(product, domain, ['return_path', 'spf', 'inbound'])
    await visit(who, domain.id)
    expect(await placeOf(who)).toEqual({ workspace: 'default', assignment: 'fallback' })
    const { id } = await addDomain(who.owner, { name: 'other.g2.dev' })
    await visit(who, id)
    expect(await placeOf(who)).toEqual({ workspace: 'default', assignment: 'fallback' })
  })

  it('does not move who was put somewhere on purpose, nor who was taken back', async () => {
    await workspace(['*.g3.dev'])
    const chosen = await workspace([])
    const who = await fresh()
    await moveTenant(product.admin, { tenant: who.tenant.slug, workspace: chosen })
    await addReady(product, who, 'a.g3.dev')
    expect(await placeOf(who)).toEqual({ workspace: chosen, assignment: 'explicit' })

    const other = await fresh()
    const { id } = await addReady(product, other, 'b.g3.dev')
    const [move] = (await inspectTenant(product.admin, { tenant: other.tenant.slug })).moves
    await undoMove(product.admin, { move: move!.id })
    await visit(other, id)
    // Another name that fits, proven later, does not pull it there again.
    await addReady(product, other, 'c.g3.dev')
    expect(await placeOf(other)).toEqual({ workspace: 'default', assignment: 'explicit' })
    const [back] = (await inspectTenant(product.admin, { tenant: other.tenant.slug })).moves
    const again = await undoMove(product.admin, { move: back!.id })
    expect(again.to).toEqual(move!.to)
  })

  it('fits no workspace of another environment and no archived one', async () => {
    const staging = await workspace(['*.g4.dev'], 'staging')
    const closed = await workspace(['*.g4.dev'])
    await archiveWorkspace(product.admin, { workspace: closed })
    const who = await fresh()
    await addReady(product, who, 'a.g4.dev')
    expect(await placeOf(who)).toEqual({ workspace: 'default', assignment: 'fallback' })
    const trial = await newTenant(product, `grouped-${++made}`, { environment: 'staging' })
    await addReady(product, trial, 'b.g4.dev')
    expect(await placeOf(trial)).toEqual({ workspace: staging, assignment: 'pattern' })
  })

  it('shown by its TXT while somebody else claimed it counts, too', async () => {
    const slug = await workspace(['*.g5.dev'])
    await addWithKeys(product.b, 'rival.g5.dev')
    const who = await fresh()
    const { id } = await addDomain(who.owner, { name: 'rival.g5.dev' })
    await publish(product, await visit(who, id), ['ownership'])
    const keyed = await visitUntil(who, id, (d) => d.records.some((r) => r.key === 'dkim1'))
    await publish(product, keyed)
    await visitUntil(who, id, (d) => d.state === 'ready')
    expect(await placeOf(who)).toEqual({ workspace: slug, assignment: 'pattern' })
  })
})

describe('where a new tenant lands', () => {
  const place = (wish: Partial<Parameters<typeof placeFor>[1]>) =>
    asPlatform(async (tx) => {
      const { workspaceId, assignment } = await placeFor(tx, { environment: 'production', ...wish })
      const { slug } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } })
      return { slug, assignment }
    })

  it('is what somebody chose, then the closest pattern, then the default', async () => {
    const [wide, close, chosen] = [
      await workspace(['*.g6.dev']),
      await workspace(['*.eu.g6.dev']),
      await workspace([]),
    ]
    const domain = 'mail.eu.g6.dev'
    expect(await place({ domain, workspace: chosen })).toEqual({ slug: chosen, assignment: 'explicit' })
    expect(await place({ domain })).toEqual({ slug: close, assignment: 'pattern' })
    expect(await place({ domain: 'mail.us.g6.dev' })).toEqual({ slug: wide, assignment: 'pattern' })
    expect(await place({ domain: 'g6.dev' })).toEqual({ slug: 'default', assignment: 'fallback' })
    expect(await place({})).toEqual({ slug: 'default', assignment: 'fallback' })
    expect(await place({ domain, environment: 'staging' })).toEqual({
      slug: 'staging',
      assignment: 'fallback',
    })
    expect(await refusedWith(place({ workspace: chosen, environment: 'staging' }))).toBe(
      'environment_differs',
    )
  })
})
