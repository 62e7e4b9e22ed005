import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import { revokePlatformKey } from '@/lib/credentials/revoke-platform-key'
import { observeDomain } from '@/lib/domains/observe-domain'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { showDomain } from '@/lib/domains/show-domain'
import { READY } from '@/lib/domains/jobs'
import { rowsOf } from '@/lib/faces/testing/things'
import { AppError } from '@/lib/kernel/errors'
import { closeInbox } from '@/lib/inboxes/close-inbox'
import { createGrant } from '@/lib/inboxes/grants/create-grant'
import { revokeGrant } from '@/lib/inboxes/grants/revoke-grant'
import { moveInbox } from '@/lib/inboxes/move-inbox'
import { asTenant } from '@/lib/kernel/db/tenant'
import { mint } from '@/lib/kernel/mint'
import type * as Platform from '@/lib/kernel/platform'
import { inGoodStanding } from '@/lib/local/in-good-standing'
import { publish } from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { work } from '@/lib/local/testing/work'
import { until } from '@/lib/local/world/test/helpers'
import { holdCounter } from '@/lib/usage/hold-counter'
import { RUN_PROVISION, SWEEP_PROVISIONS } from '../jobs'
import { listProvisionSteps } from './list-provision-steps'
import { provisionTenant } from './provision-tenant'
import { showProvision } from './show-provision'
import { sweepProvisions } from './steps/platform'
import { tidyProvisioning } from '../tidy/platform'

/** After so many transactions of the platform the process is as if it had died: nothing that follows is done. */
const death = vi.hoisted(() => ({ after: Infinity }))
vi.mock('@/lib/kernel/platform', async (original) => {
  const platform = await original<typeof Platform>()
  return {
    ...platform,
    asPlatform: (work: never) => {
      if (death.after-- <= 0) throw new Error('the process died')
      return platform.asPlatform(work)
    },
  }
})

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const ask = <R extends object>(sql: string, values: unknown[] = []) => rowsOf<R>(product, sql, values)
const provision = (
  input: Parameters<typeof provisionTenant>[1],
  as: Parameters<typeof provisionTenant>[0] = product.admin,
) => provisionTenant(as, input)
const ownerOf = ({ tenant }: { tenant: { id: string; slug: string; name: string } }) =>
  mint.member('owner', inGoodStanding(tenant), {
    ...{ userId: crypto.randomUUID(), email: `olive@${tenant.slug}.dev`, name: 'Olive' },
  })
const countsOf = async (slug: string) =>
  (
    await ask<Record<string, number>>(
      `select (select count(*)::int from "Tenant" where slug = $1) as tenants,
              (select count(*)::int from "Domain" d join "Tenant" t on t.id = d."tenantId" where t.slug = $1) as domains,
              (select count(*)::int from "Invite" i join "Tenant" t on t.id = i."tenantId" where t.slug = $1) as invites,
              (select count(*)::int from "SystemMail" m join "Tenant" t on t.id = m."tenantId" where t.slug = $1) as mails`,
      [slug],
    )
  )[0]

const acme = {
  ...{ clientId: 'crm-4711', slug: 'acme', name: 'Acme', plan: 'pro', domain: 'Mail.Acme.dev' },
  inbox: 'Orders',
  invite: [
    { email: 'Olive@acme.dev', role: 'owner' },
    { email: 'ada@acme.dev', when: 'domain_ready' },
  ],
} satisfies Parameters<typeof provisionTenant>[1]

describe('one request for a whole customer', () => {
  it('answers what is active at once, and whose move the rest is', async () => {
    const made = await provision(acme)
    expect(made).toMatchObject({
      clientId: 'crm-4711',
      tenant: { slug: 'acme', plan: 'pro', workspace: { slug: 'default' } },
      trialAddress: 'orders@acme.post.letterhead.dev',
      inbox: { address: 'orders@acme.post.letterhead.dev', grantId: expect.any(String) },
      inboxes: [],
      domain: { name: 'mail.acme.dev', state: 'provisioning' },
      invites: [
        { email: 'olive@acme.dev', role: 'owner', state: 'open' },
        { email: 'ada@acme.dev', role: 'member', state: 'waiting' },
      ],
      steps: [
        { kind: 'domain', what: 'mail.acme.dev', state: 'done', waitsFor: null, problem: null },
        { kind: 'invite', what: 'olive@acme.dev as owner', state: 'done' },
        {
          kind: 'invite',
          what: 'ada@acme.dev as member',
          state: 'waiting',
          waitsFor: 'mail.acme.dev to be ready',
          at: null,
        },
      ],
    })
    expect(made.next).toEqual([
      `Publish the 6 DNS records of mail.acme.dev: http://localhost:3000/t/acme/domains/${made.domain!.id}`,
      'olive@acme.dev opens the invitation in their mail and accepts it.',
    ])
    expect(await countsOf('acme')).toEqual({ tenants: 1, domains: 1, invites: 1, mails: 1 })
    const acts = await ask<{ action: string; actorKind: string; actorLabel: string }>(
      `select action, "actorKind", "actorLabel" from "AuditEvent" where "tenantId" = $1 order by id`,
      [made.tenant.id],
    )
    expect(acts).toEqual(
      ['tenant.created', 'domain.added', 'member.invited', 'inbox.opened'].map((action) => ({
        ...{ action, actorKind: 'admin', actorLabel: 'Ines Keller' },
      })),
    )
  })

  it('the same again answers how it stands now, and makes nothing twice; its job neither', async () => {
    expect(await provision({ ...acme, domain: 'mail.acme.dev' })).toEqual(
      await showProvision(product.admin, { clientId: 'crm-4711' }),
    )
    expect(await work(product.database, RUN_PROVISION)).toEqual([])
    expect(await countsOf('acme')).toEqual({ tenants: 1, domains: 1, invites: 1, mails: 1 })
    expect((await listProvisionSteps(product.support, { tenant: 'acme' })).items).toMatchObject([
      {
        ...{ clientId: 'crm-4711', startedBy: 'Ines Keller' },
        steps: [{ what: 'mail.acme.dev' }, { what: 'o…@acme.dev as owner' }, { state: 'waiting' }],
      },
    ])
  })

  it('its client id for something else is a mistake; another client id does not get its slug', async () => {
    expect(await refusedWith(provision({ ...acme, name: 'Acme Two' }))).toBe('provision_mismatch')
    expect(await refusedWith(provision({ ...acme, clientId: 'crm-4712' }))).toBe('tenant_exists')
    expect(await refusedWith(showProvision(product.admin, { clientId: 'crm-4712' }))).toBe('not_found')
  })

  it('what waits for the domain runs by itself when it is ready, and the timeline says so', async () => {
    const { tenant, domain } = await showProvision(product.admin, { clientId: 'crm-4711' })
    const worker = mint.worker(tenant.id)
    const owner = ownerOf({ tenant })
    const look = async () => {
      await reconcileDomain(worker, { id: domain!.id })
      await observeDomain(worker, { id: domain!.id })
      return showDomain(owner, { id: domain!.id })
    }
    await publish(product, await until(look, (d) => d.records.length === 7 && d.state === 'pending'))
    await work(product.database, READY)
    expect((await countsOf('acme'))!['invites']).toBe(1)
    await until(look, (d) => d.state === 'ready')
    expect(await work(product.database, READY)).toEqual([])

    const { timeline } = await showDomain(owner, { id: domain!.id })
    expect(timeline.map(({ text }) => text)).toContain(
      'Invited ada@acme.dev, as planned for when the domain is ready',
    )
    const state = await showProvision(product.admin, { clientId: 'crm-4711' })
    expect(state.steps[2]).toMatchObject({ state: 'done', waitsFor: null })
    expect(state.invites[1]).toMatchObject({ email: 'ada@acme.dev', state: 'open' })
    expect(state.next.join()).not.toContain('DNS')
    expect(
      await ask(
        `select "actorLabel", door from "AuditEvent" where "tenantId" = $1 and action = 'member.invited' and subject like 'ada@%'`,
        [tenant.id],
      ),
    ).toEqual([{ actorLabel: 'Ines Keller', door: 'worker' }])
    expect(await countsOf('acme')).toEqual({ tenants: 1, domains: 1, invites: 2, mails: 2 })
  })
})

it('twenty at once with one client id are one tenant', async () => {
  const asked = {
    ...acme,
    clientId: 'once',
    slug: 'once',
    domain: 'once.dev',
    invite: [{ email: 'o@once.dev' }],
  }
  const made = await Promise.all(Array.from({ length: 20 }, () => provision(asked)))
  expect(new Set(made.map(({ tenant }) => tenant.id)).size).toBe(1)
  expect(await countsOf('once')).toEqual({ tenants: 1, domains: 1, invites: 1, mails: 1 })
})

describe('the first inbox', () => {
  const grantsOf = (slug: string) =>
    ask<{ id: string; inboxId: string; revoked: boolean }>(
      `select g.id, g."inboxId", g."revokedAt" is not null as revoked from "Grant" g join "Tenant" t on t.id = g."tenantId"
        where t.slug = $1`,
      [slug],
    )

  it('comes in the one call, with its grant; the same call again answers the same', async () => {
    const asked = { clientId: 'boxed', slug: 'boxed', name: 'Boxed' }
    const { inbox, steps, next } = await provision(asked)
    expect(inbox).toMatchObject({ address: 'agent@boxed.post.letterhead.dev' })
    expect(await grantsOf('boxed')).toEqual([{ id: inbox!.grantId, inboxId: inbox!.id, revoked: false }])
    expect(steps).toEqual([])
    expect(next.join()).not.toContain('inbox')
    expect((await provision(asked)).inbox).toEqual(inbox)
    expect(await grantsOf('boxed')).toHaveLength(1)
  })

  it('has others beside it, below the platform’s name and on a domain that is to come', async () => {
    const asked = {
      ...{ clientId: 'more', slug: 'more', name: 'More', domain: 'mail.more.dev', plan: 'pro' as const },
      inboxes: [{ localPart: 'Sales' }, { localPart: 'agent', domain: 'Mail.More.dev' }],
    }
    const made = await provision(asked)
    expect(made.inboxes.map(({ address }) => address)).toEqual([
      'sales@more.post.letterhead.dev',
      'agent@mail.more.dev',
    ])
    expect(made.steps).toMatchObject([
      { kind: 'domain', state: 'done' },
      { kind: 'inbox', what: 'sales@more.post.letterhead.dev', state: 'done' },
      { kind: 'inbox', what: 'agent@mail.more.dev', state: 'done' },
    ])
    expect(await provision({ ...asked, domain: 'MAIL.more.dev' })).toEqual(made)
    expect(await refusedWith(provision({ ...asked, inboxes: [] }))).toBe('provision_mismatch')
  })

  it('is told with no grant once the one it was opened with is revoked, and not at all once it is closed', async () => {
    const asked = {
      ...{ clientId: 'ended', slug: 'ended', name: 'Ended', plan: 'pro' as const },
      inboxes: [{ localPart: 'two' }, { localPart: 'three' }],
    }
    const made = await provision(asked)
    const owner = ownerOf(made)
    const [first, two, three] = [made.inbox!, ...made.inboxes]
    for (const { id: inboxId } of [first, two!]) await createGrant(owner, { inboxId, name: 'reporting' })
    await revokeGrant(owner, { id: first.grantId! })
    await moveInbox(owner, { id: two!.id, localPart: 'moved', domain: 'ended.post.letterhead.dev' })
    await closeInbox(owner, { id: three!.id })
    const now = {
      inbox: { ...first, grantId: null },
      inboxes: [{ ...two, address: 'moved@ended.post.letterhead.dev' }],
    }
    expect(await provision(asked)).toMatchObject(now)
    expect(await showProvision(product.admin, { clientId: 'ended' })).toMatchObject(now)
    await closeInbox(owner, { id: first.id })
    expect(await provision(asked)).toMatchObject({ ...now, inbox: null })
  })

  it('is a share of the pooled address where free tenants share one', async () => {
    await ask(
      `insert into "Workspace" (slug, name, "poolsFreeTenants") values ('pooled', 'Pooled', true) on conflict do nothing`,
    )
    const asked = { slug: 'share', name: 'Share', workspace: 'pooled', clientId: 'share' }
    const made = await provision(asked)
    expect(made.inbox).toMatchObject({ address: 'inbox+share@post.letterhead.dev' })
    await revokeGrant(ownerOf(made), { id: made.inbox!.grantId! })
    expect((await provision(asked)).inbox).toEqual({ ...made.inbox, grantId: null })
    const paying = { ...asked, slug: 'alone', clientId: 'alone', plan: 'pro' as const }
    expect((await provision(paying)).inbox).toMatchObject({ address: 'agent@alone.post.letterhead.dev' })
  })

  it('that may not be opened is told, and the rest is there', async () => {
    await ask(`update "Workspace" set inboxes = 0 where slug = 'staging'`)
    const made = await provision({ clientId: 'none', slug: 'none', name: 'None', environment: 'staging' })
    await ask(`update "Workspace" set inboxes = null where slug = 'staging'`)
    expect(made).toMatchObject({
      inbox: null,
      steps: [{ kind: 'inbox', state: 'failed', code: 'limit_reached' }],
    })
    expect(made.next[0]).toMatch(
      /^The inbox agent@none.staging.post.letterhead.dev was not opened: .*0 inboxes/,
    )
  })
})

describe('what is wrong is told before anything is made', () => {
  const wrong = async (input: object) => {
    const error = await provision({ clientId: 'wrong', slug: 'wrong', name: 'Wrong', ...input }).catch(
      (e: unknown) => e,
    )
    if (!(error instanceof AppError)) throw new Error('it was let through')
    return { code: error.code, fields: Object.keys(error.fields ?? {}) }
  }
  it.each([
    [{ slug: 'Not A Slug' }, 'slug_malformed', ['slug']],
    [{ domain: 'co.uk' }, 'domain_public_suffix', ['domain']],
    [{ inbox: 'postmaster' }, 'local_part_malformed', ['inbox']],
    [{ inbox: 'agent+one' }, 'local_part_malformed', ['inbox']],
    [{ inboxes: [{ localPart: 'a b' }] }, 'local_part_malformed', ['inboxes.0.localPart']],
    [{ inboxes: [{ localPart: 'Agent' }] }, 'invalid_input', ['inboxes.0.localPart']],
    [{ inboxes: [{ localPart: 'a', domain: 'b.dev' }] }, 'invalid_input', ['inboxes.0.domain']],
    [{ invite: [{ email: 'nobody' }] }, 'email_malformed', ['invite.0.email']],
    [{ invite: [{ email: 'a@b.dev' }, { email: 'A@b.dev' }] }, 'invalid_input', ['invite.1.email']],
    [{ invite: [{ email: 'a@b.dev', when: 'domain_ready' }] }, 'invalid_input', ['invite.0.when']],
    [
      { slug: 'x y', domain: 'localhost', invite: [{ email: 'q' }] },
      'invalid_input',
      ['slug', 'domain', 'invite.0.email'],
    ],
    [{ clientId: 'a\nb' }, 'invalid_input', ['clientId']],
    [{ workspace: 'nowhere' }, 'workspace_unknown', ['workspace']],
    [{ workspace: 'staging' }, 'environment_differs', ['workspace']],
  ] as const)('%j', async (input, code, fields) => {
    expect(await wrong(input)).toEqual({ code, fields })
    expect((await countsOf('wrong'))!['tenants']).toBe(0)
  })

  it('and in its own environment the workspace is right', async () => {
    const input = {
      clientId: 'stage',
      slug: 'stage',
      name: 'Stage',
      environment: 'staging',
      workspace: 'staging',
    } as const
    const made = await provision(
      input,
      mint.platformKey({ keyId: crypto.randomUUID(), name: 'deploy', scopes: ['tenants.create'] }),
    )
    expect(made).toMatchObject({
      tenant: { workspace: { slug: 'staging', environment: 'staging' } },
      trialAddress: 'agent@stage.staging.post.letterhead.dev',
      next: ['Nobody owns the organisation: invite its first owner.'],
    })
  })
})

it('a step that is refused says why, and the others are done', async () => {
  await ask(`update "Workspace" set domains = 0 where slug = 'development'`)
  const made = await provision({
    ...{ clientId: 'full', slug: 'full', name: 'Full', environment: 'development', domain: 'full.dev' },
    invite: [{ email: 'o@full.dev', role: 'owner' }],
  })
  expect(made.steps).toMatchObject([
    { kind: 'domain', state: 'failed', code: 'limit_reached', problem: expect.stringContaining('0 domains') },
    { kind: 'invite', state: 'done' },
  ])
  expect(made).toMatchObject({ domain: null })
  expect(made.next[0]).toMatch(/^full.dev was not added: .*0 domains/)
})

describe.each([
  [1, { domains: 0, invites: 0 }],
  [2, { domains: 0, invites: 0 }],
  [3, { domains: 1, invites: 0 }],
  [4, { domains: 1, invites: 1 }],
])('a death after %i transactions', (transactions, there) => {
  it('leaves nothing undone: the job finishes it, and the same request answers the same', async () => {
    const slug = `dies-${transactions}`
    const asked = {
      ...{ clientId: slug, slug, name: 'Dies', domain: `${slug}.dev` },
      invite: [{ email: `o@${slug}.dev`, role: 'owner' as const }],
    }
    death.after = transactions
    await provision(asked).catch(() => undefined)
    death.after = Infinity
    expect(await countsOf(slug)).toMatchObject({ tenants: 1, ...there })
    expect(await work(product.database, RUN_PROVISION)).toEqual([])
    expect(await countsOf(slug)).toEqual({ tenants: 1, domains: 1, invites: 1, mails: 1 })
    const { steps, inbox } = await provision(asked)
    expect(steps.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(inbox).toMatchObject({ address: `agent@${slug}.post.letterhead.dev` })
    expect(await countsOf(slug)).toEqual({ tenants: 1, domains: 1, invites: 1, mails: 1 })
  })
})

it('nothing is done in a suspended organisation, and what waited goes on when it is reactivated', async () => {
  death.after = 1
  await provision({
    ...{ clientId: 'held', slug: 'held', name: 'Held', domain: 'held.dev' },
  }).catch(() => undefined)
  death.after = Infinity
  await ask(`update "Tenant" set "suspendedAt" = now(), "suspendedFor" = 'unpaid' where slug = 'held'`)
  await work(product.database, RUN_PROVISION, SWEEP_PROVISIONS)
  await sweepProvisions()
  expect(await countsOf('held')).toMatchObject({ domains: 0 })
  expect((await showProvision(product.admin, { clientId: 'held' })).next).toEqual([
    'The organisation is suspended: reactivate it, and what waits goes on by itself.',
  ])
  await ask(`update "Tenant" set "suspendedAt" = null, "suspendedFor" = null where slug = 'held'`)
  await sweepProvisions()
  expect(await countsOf('held')).toMatchObject({ domains: 1 })
})

it('a step that stood in line while its organisation was suspended waits as well', async () => {
  const made = await provision({
    ...{ clientId: 'inline', slug: 'inline', name: 'In line', environment: 'production', plan: 'pro' },
    ...{ domain: 'one.inline.dev' },
  })
  await ask(
    `insert into "ProvisionStep" ("tenantId", "provisionId", seq, kind, input)
       select "tenantId", id, 9, 'domain', '{"name": "two.inline.dev"}' from "Provision" where "clientId" = 'inline'`,
  )
  const [held, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const counting = asTenant(mint.worker(made.tenant.id), async (tx) => {
    await holdCounter(tx, made.tenant.id, 'domains')
    held.resolve()
    await goOn.promise
  })
  await held.promise
  const running = sweepProvisions()
  const waiting = () =>
    ask(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 10_000 })
  await ask(`update "Tenant" set "suspendedAt" = now() where slug = 'inline'`)
  goOn.resolve()
  await Promise.all([counting, running])
  const stateOf = async () => (await showProvision(product.admin, { clientId: 'inline' })).steps.at(-1)!.state
  expect(await stateOf()).toBe('waiting')
  await ask(`update "Tenant" set "suspendedAt" = null where slug = 'inline'`)
  await sweepProvisions()
  expect(await stateOf()).toBe('done')
})

it('whoever reads the addresses of people whom somebody else named is in the trail, once a session', async () => {
  const looks = () =>
    ask(`select "actorLabel" from "AuditEvent" where action = 'tenant.provision_read' and subject = 'Acme'`)
  await showProvision(product.admin, { clientId: 'crm-4711' })
  expect(await looks()).toEqual([])
  const other = mint.staff('admin', { userId: crypto.randomUUID(), email: 'n@letterhead.dev', name: 'Nele' })
  await showProvision(other, { clientId: 'crm-4711' })
  await showProvision(other, { clientId: 'crm-4711' })
  expect(await looks()).toEqual([{ actorLabel: 'Nele' }])
})

describe('a step that breaks off', () => {
  /** Begun and not gone on with; the step of its domain cannot be read. */
  async function torn(slug: string): Promise<void> {
    death.after = 1
    await provision({
      ...{ clientId: slug, slug, name: 'Torn', domain: `${slug}.dev` },
      invite: [{ email: `o@${slug}.dev`, role: 'owner' }],
    }).catch(() => undefined)
    death.after = Infinity
    await ask(
      `update "ProvisionStep" set input = '{"name": 7}' where kind = 'domain' and input ->> 'name' = $1`,
      [`${slug}.dev`],
    )
  }
  const mend = (slug: string) =>
    ask(
      `update "ProvisionStep" s set input = jsonb_build_object('name', $1 || '.dev') from "Tenant" t
        where t.id = s."tenantId" and t.slug = $1 and s.kind = 'domain'`,
      [slug],
    )

  it('stops neither those after it nor other provisions, and its job tries it again', async () => {
    await torn('torn-1')
    expect(await work(product.database, RUN_PROVISION)).toHaveLength(1)
    expect(await countsOf('torn-1')).toMatchObject({ domains: 0, invites: 1 })
    await torn('torn-2')
    await sweepProvisions()
    expect(await countsOf('torn-2')).toMatchObject({ domains: 0, invites: 1 })
    await mend('torn-1')
    await sweepProvisions()
    expect(await countsOf('torn-1')).toMatchObject({ domains: 1, invites: 1 })
  })

  it('comes after those that never did', async () => {
    await torn('torn-3')
    await sweepProvisions()
    await torn('torn-4')
    await mend('torn-4')
    await sweepProvisions(1)
    expect(await countsOf('torn-4')).toMatchObject({ domains: 1, invites: 1 })
    for (const slug of ['torn-2', 'torn-3']) await mend(slug)
    for (let turn = 0; turn < 2; turn += 1) await sweepProvisions(1)
    for (const slug of ['torn-2', 'torn-3']) expect(await countsOf(slug)).toMatchObject({ domains: 1 })
  })
})

describe('an invitation that waits for the domain', () => {
  it.each([
    ['is sent while the key that asked for it stands', null],
    ['is not sent when the key that asked for it is revoked by then', 'key_revoked'],
  ])('%s', async (_, code) => {
    const slug = code ? 'late' : 'soon'
    const scopes = ['tenants.create']
    const { id: keyId } = await createPlatformKey(product.admin, { name: slug, scopes })
    const made = await provision(
      {
        ...{ clientId: slug, slug, name: 'Late', domain: `${slug}.dev` },
        invite: [{ email: `ada@${slug}.dev`, when: 'domain_ready' }],
      },
      mint.platformKey({ keyId, name: slug, scopes }),
    )
    if (code) await revokePlatformKey(product.admin, { id: keyId })
    await ask(`update "Domain" set state = 'ready' where id = $1`, [made.domain!.id])
    await sweepProvisions()
    const { steps, invites } = await showProvision(product.admin, { clientId: slug })
    expect(steps[1]).toMatchObject({ state: code ? 'failed' : 'done', code })
    if (code) expect(steps[1]!.problem).toContain('The key that started this is revoked')
    expect(invites).toMatchObject([{ state: code ? 'failed' : 'open' }])
  })
})

it('a month after a step was settled its address is masked; of who asked, none was kept', async () => {
  const stepsOf = async (slug: string) =>
    (
      await ask<{ input: { email?: string; name?: string; first?: boolean } }>(
        `select s.input from "ProvisionStep" s join "Tenant" t on t.id = s."tenantId" where t.slug = $1 order by s.seq`,
        [slug],
      )
    ).map(({ input }) => input.email ?? input.name ?? input.first)
  await ask(
    `update "ProvisionStep" s set "settledAt" = now() - interval '31 days' from "Tenant" t
      where t.id = s."tenantId" and t.slug = 'acme' and s."settledAt" is not null`,
  )
  await tidyProvisioning()
  await tidyProvisioning()
  expect(await stepsOf('acme')).toEqual(['mail.acme.dev', 'o…@acme.dev', 'a…@acme.dev', true])
  expect(await stepsOf('once')).toEqual(['once.dev', 'o@once.dev', true])
  const kept = await ask<{ startedBy: object }>(`select "startedBy" from "Provision"`)
  for (const { startedBy } of kept) expect(JSON.stringify(startedBy)).not.toMatch(/@|"address":"/)
})
