import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensurePerson } from '@/lib/accounts/platform'
import { openSession } from '@/lib/accounts/testing/open-session'
import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import { revokePlatformKey } from '@/lib/credentials/revoke-platform-key'
import { handleRest } from '@/lib/faces/rest/handle'
import { sessionCookie } from '@/lib/faces/session-cookie'
import { rowsOf } from '@/lib/faces/testing/things'
import { DAY } from '@/lib/kernel/clock'
import { mint } from '@/lib/kernel/mint'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { until } from '@/lib/local/world/test/helpers'
import { moveTenant } from '@/lib/tenants/moves/move-tenant'
import { provisionTenant } from '../tenants/provision-tenant'
import { showProvision } from '../tenants/show-provision'
import { listBatchItems } from './list-batch-items'
import { listBatches } from './list-batches'
import { moveMany } from './move-many'
import { provisionMany } from './provision-many'
import { runBatches } from './run/platform'
import { showBatch } from './show-batch'
import { stopBatch } from './stop-batch'
import { holdingOne } from './testing/holding-one'
import { undoBatch } from './undo-batch'
import { tidyProvisioning } from '../tidy/platform'
import { withClient } from '@/prisma/sql'

let product: TestProduct
let orphans = 0
beforeAll(async () => {
  product = await startTestProduct()
  await ask(`insert into "Workspace" (slug, name) values ('retail', 'Retail'), ('else', 'Elsewhere')`)
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
const show = (id: string) => showBatch(product.admin, { id })
const items = async (id: string, state?: 'waiting' | 'done' | 'refused') =>
  (await listBatchItems(product.admin, { id, limit: 100, ...(state && { state }) })).items

/** Customers in the default workspace of their environment. */
async function tenants(prefix: string, count: number, environment = 'production'): Promise<string[]> {
  const rows = await ask<{ slug: string }>(
    `insert into "Tenant" (slug, name, "workspaceId", environment)
       select $1 || '-' || n, $1, w.id, w.environment
         from generate_series(1, $2::int) n, "Workspace" w where w."isDefault" and w.environment = $3::"Environment"
     returning slug`,
    [prefix, count, environment],
  )
  return rows.map(({ slug }) => slug)
}
const placesOf = async (prefix: string) =>
  Object.fromEntries(
    (
      await ask<{ place: string; n: number }>(
        `select w.slug || ' ' || t.assignment as place, count(*)::int as n
           from "Tenant" t join "Workspace" w on w.id = t."workspaceId" where t.slug like $1 || '-%' group by 1`,
        [prefix],
      )
    ).map(({ place, n }) => [place, n]),
  )

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

describe('five hundred moves', () => {
  let id: string

  it('are done by two workers, also when one is killed in the middle: each once', async () => {
    const slugs = [...(await tenants('shop', 498)), ...(await tenants('try', 1, 'staging')), 'nobody-there']
    const workers = [startWorker(), startWorker()] as const
    try {
      const batch = await moveMany(product.admin, { tenants: slugs, workspace: 'retail' })
      id = batch.id
      expect(batch).toMatchObject({
        label: 'Move 500 tenants to retail',
        startedBy: 'Ines Keller',
        total: 500,
        done: 0,
      })
      await holdingOne(product.database, id, async () => {
        const half = await until(
          () => show(id),
          (b) => b.done > 100,
          300_000,
        )
        await workers[0].kill()
        expect(half.finishedAt).toBeNull()
      })
      const end = await until(
        () => show(id),
        (b) => b.finishedAt !== null,
        300_000,
      )
      expect(end).toMatchObject({ done: 498, refused: 2, canUndo: true })
    } finally {
      await Promise.all([workers[0].kill(), workers[1].stop()])
    }
    expect(await placesOf('shop')).toEqual({ 'retail explicit': 498 })
    expect(
      await ask(
        `select count(*)::int as moves, count(distinct "tenantId")::int as tenants from "TenantMove" where "batchId" = $1`,
        [id],
      ),
    ).toEqual([{ moves: 498, tenants: 498 }])
    expect(
      await ask(
        `select count(*)::int as n from "AuditEvent" where action = 'tenant.moved' and "actorLabel" = 'Ines Keller'`,
      ),
    ).toEqual([{ n: 498 }])
  }, 700_000)

  it('say of each what came of it, in order, page by page', async () => {
    expect(await items(id, 'refused')).toMatchObject([
      {
        number: 499,
        label: 'try-1',
        code: 'environment_differs',
        problem: expect.stringContaining('Environments never mix'),
      },
      { number: 500, label: 'nobody-there', code: 'not_found', tenant: null },
    ])
    const first = await listBatchItems(product.admin, { id, limit: 2 })
    expect(first.items).toMatchObject([
      { number: 1, state: 'done', tenant: first.items[0]!.label },
      { number: 2 },
    ])
    const second = await listBatchItems(product.admin, { id, limit: 2, cursor: first.nextCursor! })
    expect(second.items.map(({ number }) => number)).toEqual([3, 4])
    expect(await refusedWith(listBatchItems(product.admin, { id, cursor: 'x' }))).toBe('invalid_input')
  })
})

describe('a move of many', () => {
  it.each([
    [{ tenants: ['a', 'a'], workspace: 'retail' }, 'invalid_input'],
    [{ tenants: [], workspace: 'retail' }, 'invalid_input'],
    [{ tenants: Array.from({ length: 501 }, (_, n) => `t-${n}`), workspace: 'retail' }, 'invalid_input'],
    [{ tenants: ['a'], workspace: 'nowhere' }, 'workspace_unknown'],
  ])('%# is refused whole when it cannot be meant', async (input, code) =>
    expect(await refusedWith(moveMany(product.admin, input))).toBe(code),
  )

  it('is taken back as one when it is finished, as far as nothing came after it', async () => {
    const { id } = await moveMany(product.admin, { tenants: await tenants('back', 12), workspace: 'retail' })
    expect(await refusedWith(undoBatch(product.admin, { id }))).toBe('conflict')
    await runBatches()
    expect(await placesOf('back')).toEqual({ 'retail explicit': 12 })
    await moveTenant(product.admin, { tenant: 'back-7', workspace: 'else' })
    const undo = await undoBatch(product.admin, { id })
    expect(undo).toMatchObject({ kind: 'undo', label: 'Take back: Move 12 tenants to retail', total: 12 })
    await runBatches()
    expect(await show(undo.id)).toMatchObject({ done: 11, refused: 1, canUndo: false })
    expect(await items(undo.id, 'refused')).toMatchObject([{ label: 'back-7', code: 'move_overtaken' }])
    expect(await placesOf('back')).toEqual({ 'default fallback': 11, 'else explicit': 1 })
    expect(await refusedWith(undoBatch(product.admin, { id: undo.id }))).toBe('conflict')
  })

  it('goes on past an item that breaks off, and gives that one up in the end', async () => {
    const { id } = await moveMany(product.admin, { tenants: await tenants('odd', 3), workspace: 'retail' })
    await ask(
      `update "BatchItem" set input = '{"tenant": {"no": "slug"}}', tries = 19 where "batchId" = $1 and seq = 0`,
      [id],
    )
    await runBatches()
    expect(await show(id)).toMatchObject({ done: 2, refused: 1 })
    expect(await items(id, 'refused')).toMatchObject([{ label: 'odd-1', code: 'internal' }])
  })
})

describe('taking back', () => {
  it('is done once, by one at a time, and only while something is left to take back', async () => {
    const { id } = await moveMany(product.admin, { tenants: await tenants('once', 3), workspace: 'retail' })
    expect((await show(id)).canUndo).toBe(false)
    await runBatches()
    expect((await show(id)).canUndo).toBe(true)
    const both = await Promise.allSettled([
      undoBatch(product.admin, { id }),
      undoBatch(product.admin, { id }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', message: expect.stringContaining('being taken back already') },
    })
    expect((await show(id)).canUndo).toBe(false)
    await runBatches()
    expect(await placesOf('once')).toEqual({ 'default fallback': 3 })
    expect(await show(id)).toMatchObject({ canUndo: false })
    expect((await listBatches(product.admin, {})).items.find((batch) => batch.id === id)?.canUndo).toBe(false)
    await expect(undoBatch(product.admin, { id })).rejects.toThrow('Nothing of this batch is left')
    const [{ n }] = (await ask<{ n: number }>(
      `select count(*)::int as n from "Batch" where "finishedAt" < "createdAt"`,
    )) as [{ n: number }]
    expect(n).toBe(0)
  })
})

describe('stopping', () => {
  const notTaken = {
    code: 'batch_stopped',
    problem: expect.stringContaining('stopped before this was begun'),
  }

  it('refuses what waits and lets what is under way come to its end', async () => {
    const { id } = await moveMany(product.admin, { tenants: await tenants('halt', 4), workspace: 'retail' })
    await withClient(product.database.superUrl, async (worker) => {
      await worker.query('begin')
      await worker.query(`select 1 from "BatchItem" where "batchId" = $1 and seq = 0 for update`, [id])
      expect(await stopBatch(product.admin, { id })).toMatchObject({
        ...{ done: 0, refused: 3, finishedAt: null },
        stopped: expect.stringContaining('The batch was stopped'),
      })
      await worker.query('rollback')
    })
    await runBatches()
    expect(await show(id)).toMatchObject({ done: 0, refused: 4, finishedAt: expect.any(String) })
    expect(await items(id)).toMatchObject([notTaken, notTaken, notTaken, notTaken])
    expect(await placesOf('halt')).toEqual({ 'default fallback': 4 })
  })

  it('again, or one that is finished, changes nothing; the trail says it once', async () => {
    const [first] = (await listBatches(product.admin, { limit: 1 })).items
    expect(await stopBatch(product.admin, { id: first!.id })).toMatchObject({ done: 0, refused: 4 })
    const done = await moveMany(product.admin, { tenants: await tenants('calm', 1), workspace: 'retail' })
    await runBatches()
    expect(await stopBatch(product.admin, { id: done.id })).toMatchObject({
      done: 1,
      refused: 0,
      stopped: null,
    })
    expect(await refusedWith(stopBatch(product.admin, { id: crypto.randomUUID() }))).toBe('not_found')
    expect(
      await ask(`select "actorLabel", subject from "AuditEvent" where action = 'batch.stopped'`),
    ).toEqual([{ actorLabel: 'Ines Keller', subject: 'Move 4 tenants to retail' }])
  })
})

describe('a batch', () => {
  const scopes = ['tenants.govern']
  const newKey = async (name: string) => {
    const { id } = await createPlatformKey(product.admin, { name, scopes })
    return mint.platformKey({ keyId: id, name, scopes })
  }
  const newAdmin = async () => {
    const email = 'gone@letterhead.dev'
    const { id } = await ensurePerson({ email, name: 'Gone', platformRole: 'admin' })
    return mint.staff('admin', { userId: id, email, name: 'Gone' })
  }

  it.each([
    [
      'a key that is revoked',
      'key_revoked',
      newKey,
      (id: string) => revokePlatformKey(product.admin, { id }),
    ],
    [
      'a key that expired',
      'key_revoked',
      newKey,
      (id: string) =>
        ask(`update "ApiKey" set "expiresAt" = now() - interval '1 second' where id = $1`, [id]),
    ],
    [
      'a person who is no admin any more',
      'starter_gone',
      newAdmin,
      (id: string) => ask(`update "User" set "platformRole" = null where id = $1`, [id]),
    ],
  ])('of %s ends where it is', async (_, code, start, end) => {
    const starter = await start(`starter ${code}`)
    const prefix = `orphan-${++orphans}`
    const input = { tenants: await tenants(prefix, 2), workspace: 'retail' }
    const twin = await moveMany(starter, input)
    await runBatches()
    expect(await show(twin.id)).toMatchObject({ done: 2, stopped: null })

    const { id } = await moveMany(starter, { ...input, workspace: 'else' })
    await end('userId' in starter ? starter.userId : starter.keyId)
    await runBatches()
    const { stopped, ...batch } = await show(id)
    expect(batch).toMatchObject({ done: 0, refused: 2, finishedAt: expect.any(String) })
    expect(await items(id)).toMatchObject([
      { code, problem: stopped },
      { code, problem: stopped },
    ])
    expect(await placesOf(prefix)).toEqual({ 'retail explicit': 2 })
  })

  it('that cannot be worked on stops no other', async () => {
    const broken = await moveMany(product.admin, { tenants: await tenants('torn', 1), workspace: 'retail' })
    await ask(`update "Batch" set "startedBy" = '{"userId": "nobody"}' where id = $1`, [broken.id])
    const whole = await moveMany(product.admin, { tenants: await tenants('whole', 1), workspace: 'retail' })
    await runBatches(1_000)
    expect((await show(whole.id)).done).toBe(1)
    await ask(`delete from "Batch" where id = $1`, [broken.id])
  })

  it('keeps of who started it neither address, and lets go of what was asked for a month after it was done', async () => {
    const kept = await ask<{ startedBy: object }>(`select "startedBy" from "Batch" where kind = 'move'`)
    for (const { startedBy } of kept) expect(JSON.stringify(startedBy)).not.toMatch(/@|"address":"/)
    const [old, young] = (await listBatches(product.admin, { limit: 2 })).items
    const inputs = async (id: string) =>
      (await ask<{ input: object }>(`select input from "BatchItem" where "batchId" = $1`, [id])).map(
        ({ input }) => Object.keys(input),
      )
    await ask(`update "BatchItem" set "settledAt" = now() - interval '31 days' where "batchId" = $1`, [
      old!.id,
    ])
    const before = await items(old!.id)
    await tidyProvisioning()
    expect(new Set((await inputs(old!.id)).flat())).toEqual(new Set())
    expect((await inputs(young!.id)).flat()).toContain('tenant')
    expect(await items(old!.id)).toEqual(before)
  })
})

const header = 'client_id,slug,name,plan,workspace,environment,domain,owner_email'
const lines = (prefix: string, count: number) =>
  Array.from(
    { length: count },
    (_, n) =>
      `${prefix}-${n},${prefix}-${n},"${prefix}, no. ${n}",,,,${prefix}-${n}.dev,o@${prefix}-${n}.dev`,
  )
const fileOf = (...rows: string[]) => [header, ...rows].join('\r\n')
const countsOf = async (prefix: string) =>
  (
    await ask<object>(
      `select count(distinct t.id)::int as tenants, count(distinct d.id)::int as domains, count(distinct i.id)::int as invites
         from "Tenant" t left join "Domain" d on d."tenantId" = t.id left join "Invite" i on i."tenantId" = t.id
        where t.slug like $1 || '-%'`,
      [prefix],
    )
  )[0]
const prepareStreams = () => ask(`update "Stream" set "provisionedAt" = now() where "provisionedAt" is null`)

describe('a file', () => {
  it('waits while the mail network is busy with those before, and lets others’ work pass', async () => {
    await prepareStreams()
    const { id } = await provisionMany(product.admin, {
      clientId: 'busy',
      file: fileOf(...lines('busy', 25)),
    })
    const moves = await moveMany(product.admin, { tenants: await tenants('between', 3), workspace: 'retail' })
    const passed = async () => (await runBatches(200), show(moves.id))
    await until(passed, (b) => b.finishedAt !== null)
    expect((await show(id)).done).toBeLessThan(15)
    await until(
      async () => (await runBatches(1_000), show(id)),
      (b) => b.done >= 20,
    )
    await runBatches(1_000)
    expect(await show(id)).toMatchObject({ done: 20, finishedAt: null })
    await prepareStreams()
    await runBatches()
    expect(await show(id)).toMatchObject({ done: 25, refused: 0, finishedAt: expect.any(String) })
  })

  it('of hundreds of lines goes on where it was stopped, and makes nothing twice', async () => {
    await ask(
      `create function prepared() returns trigger language plpgsql as $$ begin new."provisionedAt" := now(); return new; end $$`,
    )
    await ask(`create trigger prepared before insert on "Stream" for each row execute function prepared()`)
    const file = fileOf(
      ...lines('bulk', 150),
      'taken,harbor,Harbor Two,,,,,',
      'free,bulk-free,Free,,,,co.dev,',
    )
    const sent = await provisionMany(product.admin, { clientId: 'crm-export', file })
    expect(sent).toMatchObject({ label: 'Provision 152 tenants', clientId: 'crm-export', total: 152 })
    const slice = async () => (await runBatches(100), show(sent.id))
    const stopped = await until(slice, ({ done }) => done > 0)
    expect(stopped.finishedAt).toBeNull()

    expect((await provisionMany(product.admin, { clientId: 'crm-export', file })).id).toBe(sent.id)
    expect(
      await refusedWith(
        provisionMany(product.admin, { clientId: 'crm-export', file: `${file}\r\nx,xx,X,,,,,` }),
      ),
    ).toBe('provision_mismatch')

    await Promise.all([runBatches(), runBatches()])
    expect(await show(sent.id)).toMatchObject({ done: 151, refused: 1 })
    expect(await items(sent.id, 'refused')).toMatchObject([
      { label: 'harbor', code: 'tenant_exists', number: 151 },
    ])
    expect(await countsOf('bulk')).toEqual({ tenants: 151, domains: 151, invites: 150 })
  })

  it('and a single request for the same are one: nothing is made twice', async () => {
    const alone = { clientId: 'both', slug: 'both-1', name: 'Both', domain: 'both.dev' } as const
    const { tenant } = await provisionTenant(product.admin, alone)
    const sent = fileOf('both,both-1,Both,,,,both.dev,', 'both-2,both-2,Other,,,,,')
    const { id } = await provisionMany(product.admin, { clientId: 'both', file: sent })
    await runBatches()
    expect(await items(id)).toMatchObject([{ state: 'done', problem: null }, { state: 'done' }])
    expect((await showProvision(product.admin, { clientId: 'both' })).tenant.id).toBe(tenant.id)
    await ask(`update "Grant" set "revokedAt" = now() where "tenantId" = $1`, [tenant.id])
    const again = await provisionMany(product.admin, { clientId: 'both again', file: sent })
    await runBatches()
    expect((await items(again.id)).map(({ inbox }) => inbox?.grantId)).toEqual([null, expect.any(String)])
    expect(await countsOf('both')).toEqual({ tenants: 2, domains: 1, invites: 0 })
  })

  it('tells of a line what could not be done for it', async () => {
    await ask(`update "Workspace" set domains = 0 where slug = 'else'`)
    const { id } = await provisionMany(product.admin, {
      clientId: 'full',
      file: fileOf('full-1,full-1,Full,pro,else,,full.dev,'),
    })
    await runBatches()
    expect(await items(id)).toMatchObject([
      {
        state: 'done',
        tenant: 'full-1',
        code: 'limit_reached',
        problem: expect.stringContaining('0 domains'),
      },
    ])
  })

  it.each([
    ['w,ww,W,,nowhere,,,', 'There is no workspace of this slug.'],
    ['w,ww,W,,staging,,,', 'This workspace is of staging, and the line says production.'],
  ])('that names a workspace it cannot have is told so before anything is taken: %s', async (line, say) => {
    const wrong = await provisionMany(product.admin, { clientId: 'wrong', file: fileOf(line) }).catch(
      (e: unknown) => e,
    )
    expect(wrong).toMatchObject({ code: 'file_malformed', fields: { 'line 2, workspace': say } })
  })

  it('of several megabytes comes through REST, and no other call takes as much', async () => {
    const session = await openSession(product.admin.userId, new Date(Date.now() + DAY))
    const post = async (path: string, body: object) => {
      const headers = {
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        cookie: `${sessionCookie()}=${session}`,
      }
      const url = `http://localhost:3000/api/v1${path}`
      const response = await handleRest(
        new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
      )
      return (await response.json()) as { total?: number; error?: { code: string; next_step: string } }
    }
    const name = 'x'.repeat(100)
    const rows = Array.from(
      { length: 9_000 },
      (_, n) => `mega-${n},mega-${n},${name},pro,,,${name.slice(40)}.dev,`,
    )
    const sent = await post('/admin/batches/provisions', { clientId: 'mega', file: fileOf(...rows) })
    expect(sent).toMatchObject({ total: 9_000 })
    await ask(`update "Batch" set "finishedAt" = now() where "clientId" = 'mega'`)
    const tooLarge = await post('/admin/batches/provisions', {
      clientId: 'mega',
      file: 'x'.repeat(9_000_000),
    })
    expect(tooLarge.error).toMatchObject({ code: 'body_too_large', next_step: 'Send at most 8,192 kB.' })
    const other = await post('/admin/provisions', { clientId: 'mega', name: 'x'.repeat(300_000) })
    expect(other.error).toMatchObject({ code: 'body_too_large', next_step: 'Send at most 256 kB.' })
  })

  it('is in the list of batches, newest first', async () => {
    const { items } = await listBatches(product.admin, { limit: 2 })
    expect(items.map(({ clientId }) => clientId)).toEqual(['mega', 'full'])
  })
})
