import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import { deleteDomain } from '@/lib/domains/delete-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { asPlatform, withinAsPlatform } from '@/lib/kernel/platform'
import { takeRate } from '@/lib/kernel/rate'
import { addWithKeys, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { sendTestMessage } from '@/lib/sending/send-test-message'
import { Prisma, prisma, type Tx } from './client'
import { asTenant } from './tenant'

/** What the application, acting for a tenant, sees of a model; `own` unless said otherwise. */
const sees: Partial<Record<Prisma.ModelName, 'denied' | 'all'>> = {
  User: 'denied',
  Session: 'denied',
  Account: 'denied',
  SignInLink: 'denied',
  DeviceLogin: 'denied',
  CrossTenantAttempt: 'denied',
  WorkspaceHistory: 'denied',
  WorkspacePattern: 'denied',
  PolicyRevision: 'denied',
  TenantMove: 'denied',
  Provision: 'denied',
  ProvisionStep: 'denied',
  Batch: 'denied',
  BatchItem: 'denied',
  RateLimit: 'all',
  NameHolder: 'denied',
  NameHistory: 'denied',
  CallBudget: 'all',
  ObjectRemoval: 'denied',
  ObjectSweep: 'denied',
  InboundNotification: 'denied',
  NotificationRefusal: 'denied',
  StrayMail: 'denied',
  UnkeptMail: 'denied',
  RetentionTally: 'denied',
}
const models = Object.values(Prisma.ModelName)

interface Delegate {
  findMany(args?: object): Promise<Record<string, unknown>[]>
  create(args: object): Promise<object>
  updateMany(args: object): Promise<{ count: number }>
  deleteMany(args: object): Promise<{ count: number }>
}
const of = (tx: Tx, model: string) =>
  (tx as unknown as Record<string, Delegate>)[model[0]!.toLowerCase() + model.slice(1)]!

let product: TestProduct
const ask = <R extends object>(sql: string, values: unknown[] = []) => product.database.ask<R>(sql, values)
const rowsOf = (model: string) => ask<Record<string, unknown>>(`select * from "${model}"`)

/** One row a tenant (t) and person (u) of what nothing above makes. */
const rowsByHand = [
  `insert into "Invite" ("tenantId", email, role, "tokenHash", "invitedBy", "expiresAt")
     select t, 'guest@x.dev', 'member'::"InviteRole", t::text, 'Ada', now() from who`,
  `insert into "SupportAccess" ("tenantId", "userId", "userName", reason, "expiresAt") select t, u, 'Sam', 'a ticket', now() from who`,
  `, made as (insert into "ApiKey" ("tenantId", name, scopes, "createdBy") select t, 'deploy', '{}'::text[], 'Ada' from who returning id)
     insert into "KeySecret" ("tenantId", "keyId", hash, hint) select t, id, t::text, 'lhk_' from who, made`,
  `insert into "IdempotentCall" ("tenantId", caller, key, request) select t, 'user', 'a key', 'x' from who`,
  `insert into "SystemMail" ("tenantId", kind, recipient, "expiresAt") select t, 'notice', 'ada@mnexa.ai', now() from who`,
  `insert into "Notice" ("tenantId", kind, period) select t, 'attempts', '2026-11-21' from who`,
  `insert into "AuditSeal" ("tenantId", seq, "fromTx", "toTx", count, hash) select t, 1, 0, 1, 0, 'x' from who`,
  `insert into "Account" ("userId", provider, "providerAccountId") select u, 'google', t::text from who`,
  `insert into "SignInLink" ("tokenHash", email, "expiresAt") select t::text, 'ada@mnexa.ai', now() from who`,
  `insert into "DeviceLogin" ("deviceHash", "userHash", label, "expiresAt") select t::text, u::text, 'a laptop', now() from who`,
  `insert into "CrossTenantAttempt" ("actorKind", "actorLabel", "targetTenantId", operation, door, "requestId")
     select 'owner', 'Ada', t, 'domains.show', 'api', 'x' from who`,
  `insert into "WorkspacePattern" (environment, pattern, "workspaceId")
     select 'production'::"Environment", '*.' || t || '.dev', id from who, "Workspace" where slug = 'default'`,
  `insert into "PolicyRevision" ("workspaceId", version, before, after, "changedBy")
     select w.id, 1 + (select count(*) from "PolicyRevision"), '{}'::jsonb, '{}'::jsonb, 'Ines'
       from who, "Workspace" w where w.slug = 'default'`,
  `insert into "TenantMove" ("tenantId", "fromId", "toId", "fromAssignment", "toAssignment", "movedBy")
     select t, "workspaceId", "workspaceId", 'fallback'::"Assignment", 'explicit'::"Assignment", 'Ines'
       from who join "Tenant" on id = t`,
  `, made as (insert into "Provision" ("clientId", "tenantId", request, "startedBy") select t::text, t, 'x', '{}'::jsonb from who returning id)
     insert into "ProvisionStep" ("tenantId", "provisionId", seq, kind, input) select t, id, 1, 'invite', '{}'::jsonb from who, made`,
  `, made as (insert into "Batch" (kind, label, request, "startedBy", total)
       select 'move'::"BatchKind", 'Move', 'x', '{}'::jsonb, 1 from who returning id)
     insert into "BatchItem" ("batchId", seq, input, label) select id, 1, '{}'::jsonb, 'mnexa' from made`,
  `, made as (insert into "Inbox" ("tenantId", name, address, "createdBy") select t, 'agent', 'agent@' || t || '.dev', 'Ada' from who returning id),
     at as (insert into "InboxAddress" ("tenantId", "inboxId", address, kind) select t, id, 'agent@' || t || '.dev', 'primary' from who, made),
     standing as (insert into "Grant" ("tenantId", "inboxId", name, "createdBy") select t, id, 'first', 'Ada' from who, made returning id),
     raw as (insert into "RawMessage" ("tenantId", key, size, sha256) select t, t || '.eml', 1, 'x' from who returning id),
     thread as (insert into "Thread" ("tenantId", "inboxId") select t, id from who, made returning id),
     ref as (insert into "ThreadRef" ("tenantId", "inboxId", ref, "threadId") select t, made.id, 'x', thread.id from who, made, thread),
     message as (insert into "Message" ("tenantId", "inboxId", "threadId", "rawId", "deliveryId", "envelopeFrom", recipient, "fromName",
                   "fromAddress", subject, snippet, people, size, attachments, verdicts, markers, reasons)
                 select t, made.id, thread.id, raw.id, 'one', 'ada@x.dev', 'agent@x.dev', 'Ada', 'ada@x.dev', 'Hello', 'Hello',
                        '{}', 1, '[]', '{}', '{}', '[]' from who, made, thread, raw returning id),
     words as (insert into "MessageText" (id, "tenantId", words) select id, t, to_tsvector('simple', 'hello') from who, message),
     refusal as (insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
                 select t, 'agent@x.dev', 'ada@x.dev', 'blocked', 'No.' from who)
     insert into "GrantToken" ("tenantId", "grantId", incarnation, "tenantIncarnation", hash, scopes, "agentSession", "expiresAt")
       select t, id, uuidv7(), uuidv7(), t::text, '{}'::text[], 'run', now() from who, standing`,
  `insert into "ObjectRemoval" (key) select t::text from who`,
  `insert into "RetentionTally" ("tenantId", night) select t, '2026-11-21' from who`,
  `insert into "InboundNotification" ("externalId", topic, body) select t::text, 'a topic', '{}' from who`,
  `insert into "NotificationRefusal" (day, reason) select '2026-11-21', t::text from who`,
  `insert into "UnkeptMail" (day, kind) select '2026-11-21', t::text from who`,
  `insert into "StrayMail" (reason, recipient, "envelopeFrom", "fromHeader", subject, key, "deliveryId", size)
     select 'unknown_tag', 'x@y.dev', 'ada@x.dev', 'Ada', 'Hello', t::text, t::text, 1 from who`,
]

beforeAll(async () => {
  product = await startTestProduct()
  await openSharedPath(product)
  for (const who of [product.a, product.b]) {
    const gone = await addWithKeys(who, `gone-${who.tenant.slug}.dev`)
    await deleteDomain(who.owner, { id: gone.id })
    await reconcileDomain(who.worker, { id: gone.id })
    const { id } = await addWithKeys(who, `stays-${who.tenant.slug}.dev`)
    await sendTestMessage(who.owner, { domainId: id, idempotencyKey: `hello ${id}` })
    await openSession(who.owner.userId, new Date(Date.now() + 60_000))
    for (const sql of rowsByHand)
      await ask(`with who as (select $1::uuid as t, $2::uuid as u) ${sql}`, [who.tenant.id, who.owner.userId])
  }
  await takeRate([{ of: 'somebody', limit: 1, per: 60_000 }])
})
afterAll(() => product.stop())

describe.each(models)('%s', (model) => {
  it('without a filter, a tenant sees only its own rows, all of them', async () => {
    const all = await rowsOf(model)
    const find = asTenant(product.a.owner, (tx) => of(tx, model).findMany())
    if (sees[model] === 'denied') {
      expect(all.length).toBeGreaterThan(0)
      return expect(find).rejects.toThrow(/permission denied/)
    }
    if (sees[model] === 'all') return expect(await find).toHaveLength(all.length)
    if (model === 'Workspace') return expect((await find).map((r) => r.slug)).toEqual(['default'])
    const key = model === 'Tenant' ? 'id' : 'tenantId'
    const ids = (rows: Record<string, unknown>[], who = product.a) =>
      rows
        .filter((r) => r[key] === who.tenant.id)
        .map((r) => r.id)
        .toSorted()
    expect(ids(all).length, 'rows of A').toBeGreaterThan(0)
    expect(ids(all, product.b).length, 'rows of B').toBeGreaterThan(0)
    expect((await find).map((r) => r.id).toSorted()).toEqual(ids(all))
  })

  it('without a tenant there are no rows', async () => {
    const find = of(prisma(), model).findMany()
    if (sees[model] === 'denied') return expect(find).rejects.toThrow(/permission denied/)
    expect(await find).toHaveLength(sees[model] === 'all' ? (await rowsOf(model)).length : 0)
  })

  it("a neighbour's row is neither made, changed nor deleted", async () => {
    const key = model === 'Tenant' ? 'id' : 'tenantId'
    const before = await rowsOf(model)
    const theirs = before.find((r) => r[key] === product.b.tenant.id)
    // A row without an owner, or one that the application cannot name, is not reached at all.
    if (!theirs || sees[model]) return expect(sees[model] ?? model).toMatch(/denied|all|Workspace/)
    const { id, ...copy } = theirs
    const as = <T>(work: (d: Delegate) => Promise<T>) =>
      asTenant(product.a.owner, (tx) => work(of(tx, model)))
    const nothing = (p: Promise<{ count: number }>) =>
      p.then(
        (r) => r.count,
        (e: Error) => (/permission denied/.test(e.message) ? 0 : e.message),
      )
    const json = Object.fromEntries(Object.entries(copy).filter(([, v]) => v !== null))
    await expect(as((d) => d.create({ data: json }))).rejects.toThrow(/row-level security|permission denied/)
    expect(await nothing(as((d) => d.updateMany({ where: { id }, data: json })))).toBe(0)
    expect(await nothing(as((d) => d.deleteMany({ where: { id } })))).toBe(0)
    expect(await rowsOf(model)).toEqual(before)
  })
})

it('an own row is not handed to a neighbour', async () => {
  const hand = asTenant(
    product.a.owner,
    (tx) => tx.$executeRaw`update "Send" set "tenantId" = ${product.b.tenant.id}::uuid`,
  )
  await expect(hand).rejects.toThrow(/row-level security/)
})

describe('the audit trail', () => {
  it.each(['update "AuditEvent" set action = action', 'delete from "AuditEvent"', 'truncate "AuditEvent"'])(
    'is append-only for the application: %s',
    async (sql) => {
      await expect(asTenant(product.a.owner, (tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
      await expect(asPlatform((tx) => tx.$executeRawUnsafe(sql))).rejects.toThrow(/permission denied/)
    },
  )
  it('tells what was done, by whom and through which door', async () => {
    const acts = (await rowsOf('AuditEvent')).filter((r) => r.tenantId === product.a.tenant.id)
    expect(acts.map((r) => r.action)).toEqual(
      expect.arrayContaining(['domain.added', 'domain.deleting', 'domain.deleted', 'sending.tested']),
    )
    expect(acts.find((r) => r.action === 'domain.added')).toMatchObject({
      actorKind: 'owner',
      actorId: product.a.owner.userId,
      door: 'web',
      subject: 'gone-mnexa.dev',
    })
    expect(acts.find((r) => r.action === 'domain.deleted')).toMatchObject({
      actorKind: 'worker',
      actorId: null,
      actorLabel: 'Letterhead',
    })
  })
})

describe('the platform role', () => {
  it('is left again within a tenant’s transaction, and with the end of its own', async () => {
    const counts = await asTenant(product.a.owner, async (tx) => {
      const as = await withinAsPlatform(tx, () => tx.domain.count())
      return [as, await tx.domain.count()]
    })
    expect(counts).toEqual([3, 1])
    await Promise.all(Array.from({ length: 20 }, () => asPlatform((tx) => tx.domain.count())))
    expect(await Promise.all(Array.from({ length: 20 }, () => prisma().domain.count()))).toEqual(
      Array(20).fill(0),
    )
  })
  it('leaves nothing behind when its work fails', async () => {
    await expect(
      asTenant(product.a.owner, (tx) => withinAsPlatform(tx, () => Promise.reject(new Error('no')))),
    ).rejects.toThrow('no')
    expect(await Promise.all(Array.from({ length: 20 }, () => prisma().domain.count()))).toEqual(
      Array(20).fill(0),
    )
  })
})
