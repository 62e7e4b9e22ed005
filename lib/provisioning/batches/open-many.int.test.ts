import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '@/lib/faces/testing/things'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { createGrant } from '@/lib/inboxes/grants/create-grant'
import { revokeGrant } from '@/lib/inboxes/grants/revoke-grant'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { until } from '@/lib/local/world/test/helpers'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { listBatchItems } from './list-batch-items'
import { openMany } from './open-many'
import { runBatches } from './run/platform'
import { showBatch } from './show-batch'
import { holdingOne } from './testing/holding-one'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
const header = 'client_id,tenant,local_part,domain,name'
const fileOf = (...lines: string[]) => [header, ...lines].join('\n')
const open = (clientId: string, file: string) => openMany(product.admin, { clientId, file })
const items = async (id: string) => (await listBatchItems(product.admin, { id, limit: 100 })).items
const countsOf = async (tenantId: string) =>
  (
    await ask<object>(
      `select (select count(*)::int from "Inbox" where "tenantId" = $1) as inboxes,
              (select count(*)::int from "Grant" where "tenantId" = $1) as grants,
              (select count(*)::int from "AuditEvent" where "tenantId" = $1 and action = 'inbox.opened') as acts`,
      [tenantId],
    )
  )[0]

/** A worker process, as `npm run worker` starts it. */
function startWorker() {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/faces/worker/main.ts']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = new Promise((done) => child.once('exit', done))
  return {
    kill: () => (child.kill('SIGKILL'), ended),
    stop: () => (child.kill('SIGTERM'), ended),
  }
}

describe('a file of inboxes', () => {
  it('opens each, and says of each its address and grant; what is refused is told at its line', async () => {
    const { tenant } = await newTenant(product, 'acme')
    await newTenant(product, 'held', { plan: 'free' })
    await ask(`update "Tenant" set "suspendedAt" = now() where slug = 'held'`)
    const sent = await open(
      'first',
      fileOf('c-1,acme,,,', 'c-2,ACME,Sales,,Sales desk', 'c-3,acme,agent,not-ours.dev,', 'c-4,held,,,'),
    )
    expect(sent).toMatchObject({ kind: 'open_inboxes', label: 'Open 4 inboxes', total: 4, done: 0 })
    await runBatches()
    const [first, second, ...refused] = await items(sent.id)
    expect(first).toMatchObject({
      ...{ label: 'acme', tenant: 'acme', state: 'done' },
      inbox: { address: 'agent@acme.post.letterhead.dev' },
    })
    expect(second).toMatchObject({
      label: 'acme sales',
      inbox: { address: 'sales@acme.post.letterhead.dev' },
    })
    expect(refused).toMatchObject([
      { label: 'acme agent@not-ours.dev', state: 'refused', code: 'inbox_domain_unknown', inbox: null },
      { label: 'held', state: 'refused', code: 'tenant_suspended' },
    ])
    expect(await countsOf(tenant.id)).toEqual({ inboxes: 2, grants: 2, acts: 2 })
    expect(
      await ask(`select id, "inboxId" as inbox from "Grant" where id = $1`, [second!.inbox!.grantId]),
    ).toEqual([{ id: second!.inbox!.grantId, inbox: second!.inbox!.id }])
    expect(
      await ask(
        `select distinct "actorLabel", door from "AuditEvent" where "tenantId" = $1 and action = 'inbox.opened'`,
        [tenant.id],
      ),
    ).toEqual([{ actorLabel: 'Ines Keller', door: 'worker' }])
  })

  it('sent again is the same batch; its lines in another file open nothing twice', async () => {
    const { tenant, owner } = await newTenant(product, 'twice')
    const mine = await openInbox(owner, { localPart: 'mine', clientId: 'c-3' })
    const file = fileOf('c-1,twice,one,,', 'c-2,twice,two,,')
    const both = await Promise.all([open('twice', file), open('twice', file)])
    expect(both[0].id).toBe(both[1].id)
    expect(await refusedWith(open('twice', fileOf('c-1,twice,one,,')))).toBe('provision_mismatch')
    const again = await open('twice-2', fileOf('c-2,twice,two,,', 'c-1,twice,one,,', 'c-3,twice,mine,,'))
    await Promise.all([runBatches(), runBatches()])
    expect(await showBatch(product.admin, { id: both[0].id })).toMatchObject({ done: 2, refused: 0 })
    const [two, one, three] = (await items(again.id)).map(({ inbox }) => inbox?.id)
    expect((await items(both[0].id)).map(({ inbox }) => inbox?.id)).toEqual([one, two])
    expect(three).toBe(mine.id)
    expect(await countsOf(tenant.id)).toEqual({ inboxes: 3, grants: 3, acts: 3 })
  })

  it('answers a line of before with the grant of before, and refuses it once that is revoked', async () => {
    const { owner } = await newTenant(product, 'ended')
    const file = fileOf('c-1,ended,one,,', 'c-2,ended,two,,', 'c-3,ended,three,,')
    const opened = await open('ended', file)
    await runBatches()
    const [one, two, three] = (await items(opened.id)).map(({ inbox }) => inbox!)
    for (const { id } of [one!, two!]) await createGrant(owner, { inboxId: id, name: 'reporting' })
    await revokeGrant(owner, { id: one!.grantId! })
    await moveInbox(owner, { id: two!.id, localPart: 'moved', domain: 'ended.post.letterhead.dev' })
    await closeInbox(owner, { id: three!.id })
    const again = await open('ended-2', file)
    await runBatches()
    expect(await items(again.id)).toMatchObject([
      {
        ...{ state: 'refused', code: 'grant_revoked', inbox: null },
        problem: expect.stringContaining('the grant that it was opened with is revoked'),
      },
      { state: 'done', inbox: { ...two, address: 'moved@ended.post.letterhead.dev' } },
      { state: 'refused', code: 'inbox_closed', inbox: null },
    ])
    const alone = (localPart: string, clientId: string) => openInbox(owner, { localPart, clientId })
    expect(await refusedWith(alone('one', 'c-1'))).toBe('grant_revoked')
    expect(await alone('two', 'c-2')).toMatchObject({ id: two!.id, grantId: two!.grantId })
  })

  it('opens no more than the organisation may have, whoever works on it', async () => {
    const { tenant } = await newTenant(product, 'full', { plan: 'free' })
    const lines = Array.from({ length: 12 }, (_, n) => `c-${n},full,box-${n},,`)
    const { id } = await open('full', fileOf(...lines))
    await Promise.all([runBatches(), runBatches(), runBatches()])
    expect(await showBatch(product.admin, { id })).toMatchObject({ done: 5, refused: 7 })
    expect(await countsOf(tenant.id)).toMatchObject({ inboxes: 5, grants: 5 })
  })

  it('takes JSON lines as well', async () => {
    await newTenant(product, 'lines')
    const file = [
      { client_id: 'c-1', tenant: 'lines', name: 'First' },
      { client_id: 'c-2', tenant: 'lines', local_part: 'x', domain: null },
    ]
    const { id } = await open('lines', file.map((line) => JSON.stringify(line)).join('\n'))
    await runBatches()
    expect((await items(id)).map(({ inbox }) => inbox?.address)).toEqual([
      'agent@lines.post.letterhead.dev',
      'x@lines.post.letterhead.dev',
    ])
  })

  it.each([
    ['an organisation that is not there', fileOf('c-1,acme,a,,', 'c-2,nobody,b,,'), 'line 3, tenant'],
    ['the platform’s own organisation', fileOf('c-1,letterhead,a,,'), 'line 2, tenant'],
    ['a part before the @ that is none', fileOf('c-1,acme,a b,,'), 'line 2, local_part'],
    ['a tag of the sender', fileOf('c-1,acme,a+b,,'), 'line 2, local_part'],
    ['a name that is no domain', fileOf('c-1,acme,a,co.uk,'), 'line 2, domain'],
    ['the same id twice', fileOf('c-1,acme,a,,', 'c-1,acme,b,,'), 'line 3, client_id'],
    ['the same address twice', fileOf('c-1,acme,a,,', 'c-2,acme,A,,'), 'line 3, local_part'],
    ['no id', fileOf(',acme,a,,'), 'line 2, client_id'],
    ['a column that is none', 'client_id,tenant,what\n1,acme,x', 'line 1, what'],
    ['a line that is no JSON', '{"client_id":"1","tenant":"acme"}\n{', 'line 2'],
    ['a field that is none', '{"client_id":"1","tenant":"acme","x":1}', 'line 1, x'],
    ['something that is no text', '{"client_id":1,"tenant":"acme"}', 'line 1, client_id'],
  ])('with %s is told so at its place, and nothing of it is taken', async (_, file, place) => {
    const wrong = await open(`wrong ${place}`, file).catch((error: unknown) => error)
    expect(wrong).toMatchObject({ code: 'file_malformed', fields: { [place]: expect.any(String) } })
    expect(await ask(`select 1 from "Batch" where "clientId" like 'wrong%'`)).toEqual([])
  })
})

it('goes on where a killed worker was: each inbox once', async () => {
  await ask(
    `insert into "Tenant" (slug, name, "workspaceId", environment)
       select 'crowd-' || n, 'Crowd', w.id, w.environment
         from generate_series(1, 100) n, "Workspace" w where w.slug = 'default'`,
  )
  const lines = Array.from({ length: 300 }, (_, n) => `c-${n},crowd-${(n % 100) + 1},box-${n},,`)
  const workers = [startWorker(), startWorker()] as const
  try {
    const { id } = await open('crowd', fileOf(...lines))
    const show = () => showBatch(product.admin, { id })
    await holdingOne(product.database, id, async () => {
      expect((await until(show, ({ done }) => done > 40, 300_000)).finishedAt).toBeNull()
      await workers[0].kill()
    })
    const end = await until(show, ({ finishedAt }) => finishedAt !== null, 300_000)
    expect(end).toMatchObject({ done: 300, refused: 0 })
  } finally {
    await Promise.all([workers[0].kill(), workers[1].stop()])
  }
  expect(
    await ask(
      `select count(*)::int as n, count(distinct address)::int as addresses, count(distinct g.id)::int as grants
         from "Inbox" i join "Grant" g on g."inboxId" = i.id where address like '%crowd-%'`,
    ),
  ).toEqual([{ n: 300, addresses: 300, grants: 300 }])
}, 700_000)

it('is for whoever may open across organisations', async () => {
  const key = (scopes: string[]) => mint.platformKey({ keyId: crypto.randomUUID(), name: 'deploy', scopes })
  const input = { clientId: 'by key', file: fileOf('c-9,acme,by-key,,') }
  expect(await openMany(key(['fleet.open']), input)).toMatchObject({ startedBy: 'deploy' })
  expect(await refusedWith(openMany(key(['fleet.read']), input))).toBe('scope_missing')
  expect(await refusedWith(openMany(product.support, input))).toBe('forbidden')
  expect(await refusedWith(openMany(product.a.owner, input))).toBe('forbidden')
})
