import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import { DAY } from '@/lib/kernel/clock'
import type { CallerKind } from '@/lib/kernel/caller'
import { prisma } from '@/lib/kernel/db/client'
import type * as Ids from '@/lib/kernel/ids'
import type * as Platform from '@/lib/kernel/platform'
import { hashSecret } from '@/lib/kernel/ids'
import { allows, realmOf, scopesFor } from '@/lib/kernel/permissions'
import { addReady, openSharedPath } from '@/lib/local/testing/drive'
import { startTestProduct, type Customer, type TestProduct } from '@/lib/local/testing/product'
import { operations } from '@/lib/operations'
import { run as runCli } from './cli/main'
import { askerBySession } from './callers'
import { liveStream } from './live'
import { perform } from './perform'
import { handleRest } from './rest/handle'
import { sessionCookie } from './session-cookie'
import { idOf, references, sampleInput, type AnyOperation } from './testing/sample-input'
import { dumpOf, shapesOf } from '@/lib/local/testing/dump'
import {
  boundTo,
  call,
  clearAway,
  newKey,
  openedBy,
  rowsOf,
  things,
  thingsIn,
  type TestInbox,
} from './testing/things'

/** Every secret that the whole run below gives out: sessions, keys, links, invitations. */
const issued = vi.hoisted(() => new Set<string>())
vi.mock('@/lib/kernel/ids', async (original) => {
  const ids = await original<typeof Ids>()
  const randomToken = (bytes?: number) => {
    const token = ids.randomToken(bytes)
    issued.add(token)
    return token
  }
  return { ...ids, randomToken }
})

/** Whether the platform role is at work: it sees all tenants by right, so its filters are its only walls. */
const acrossTenants = vi.hoisted(() => ({ storage: undefined as AsyncLocalStorage<true> | undefined }))
vi.mock('@/lib/kernel/platform', async (original) => {
  const platform = await original<typeof Platform>()
  const storage = (acrossTenants.storage = new AsyncLocalStorage<true>())
  return {
    ...platform,
    asPlatform: (work: never) => storage.run(true, () => platform.asPlatform(work)),
    withinAsPlatform: (tx: never, work: never) =>
      storage.run(true, () => platform.withinAsPlatform(tx, work)),
  }
})

/**
 * Every operation, through every door, with what belongs to tenant B, as everybody who must not have it; and each time
 * the twin who may. Made from lib/operations.ts: a new operation is walked by itself. Run a second time with the
 * application's own filters taken out: row-level security alone has to hold then.
 */
const withDoors = operations.filter((o) => o.spec.doors !== 'internal' && o.spec.doors !== 'web')
const inTenants = withDoors.filter((o) => realmOf(o.spec.permission) === 'tenant')
const across = withDoors.filter((o) => realmOf(o.spec.permission) === 'platform')
const ofOneself = withDoors.filter((o) => realmOf(o.spec.permission) === 'person')
const named = (list: AnyOperation[]) => list.map((o) => [o.spec.name, o] as const)

interface Who {
  kind: CallerKind
  /** the browser's token, the command line's, or a key */
  session?: string
  bearer?: string
}
interface Answer {
  code: string
  text: string
}

let product: TestProduct
let people: Record<
  | 'ownerOfA'
  | 'memberOfA'
  | 'keyOfA'
  | 'keyWithoutScope'
  | 'revokedKey'
  | 'platformKey'
  | 'support'
  | 'admin'
  | 'nobody'
  | 'ownerOfB'
  | 'keyOfB',
  Who
>
let readyB: string
const counts: Record<string, number> = {}

beforeAll(async () => {
  product = await startTestProduct()
  process.env.API_RATE_PER_KEY = '1000000'
  process.env.PLAN_LIMITS = '{"pro":{"requestsPerMinute":null},"enterprise":{"requestsPerMinute":null}}'
  await openSharedPath(product)
  // Whatever a workspace can leave to support, it does.
  await rowsOf(product, `update "Workspace" set "supportSwitchesProtocols" = true`)
  readyB = (await addReady(product, product.b, 'ready.harbor.dev')).id
  const person = async (kind: CallerKind, userId: string): Promise<Who> => ({
    kind,
    session: await openSession(userId, new Date(Date.now() + DAY)),
    bearer: await openSession(userId, new Date(Date.now() + DAY), { kind: 'cli', label: 'a terminal' }),
  })
  const { a, b, support, admin } = product
  people = {
    ownerOfA: await person('owner', a.owner.userId),
    memberOfA: await person('member', a.member.userId),
    keyOfA: { kind: 'key', bearer: await newKey(a, scopesFor('key')) },
    keyWithoutScope: { kind: 'key', bearer: await newKey(b, ['tenants.read']) },
    revokedKey: { kind: 'key', bearer: await newKey(b, scopesFor('key'), 'revoke') },
    platformKey: { kind: 'platform_key', bearer: await newPlatformKey() },
    support: await person('support', support.userId),
    admin: await person('admin', admin.userId),
    nobody: { kind: 'nobody' },
    ownerOfB: await person('owner', b.owner.userId),
    keyOfB: { kind: 'key', bearer: await newKey(b, scopesFor('key')) },
  }
})
afterAll(async () => {
  console.log(`combinations: ${JSON.stringify(counts)}`)
  await product.stop()
})

async function newPlatformKey(): Promise<string> {
  const key = await call('keys.create_platform', product.admin, {
    name: 'deploy',
    scopes: [...new Set([...scopesFor('platform_key'), ...scopesFor('key')])],
  })
  return String(key['secret'])
}

// The doors ------------------------------------------------------------------------------------------------------

type Door = (
  o: AnyOperation,
  who: Who,
  tenant: string | null,
  input: Record<string, unknown>,
) => Promise<Answer> | null

function request(o: AnyOperation, tenant: string | null, input: Record<string, unknown>): Request {
  const { method, path } = o.spec.http!
  const rest = { ...input }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest[field])
    delete rest[field]
    return encodeURIComponent(value)
  })
  const url = new URL(`http://localhost:3000/api/v1${filled}`)
  const bodyless = method === 'GET' || method === 'DELETE'
  if (bodyless) for (const [k, v] of Object.entries(rest)) url.searchParams.set(k, String(v))
  return new Request(url, {
    method,
    headers: {
      ...(tenant && { 'letterhead-tenant': tenant }),
      ...(!bodyless && { 'content-type': 'application/json' }),
    },
    ...(!bodyless && { body: JSON.stringify(rest) }),
  })
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  if (response.ok) return { code: 'ok', text }
  return { code: (JSON.parse(text) as { error: { code: string } }).error.code, text }
}

const doors: Record<string, Door> = {
  'REST, as a program': (o, who, tenant, input) => {
    const asked = request(o, tenant, input)
    if (who.bearer) asked.headers.set('authorization', `Bearer ${who.bearer}`)
    return handleRest(asked).then(answerOf)
  },
  'REST, from a browser': (o, who, tenant, input) => {
    if (!who.session && who.kind !== 'nobody') return null
    const asked = request(o, tenant, input)
    asked.headers.set('sec-fetch-site', 'same-origin')
    if (who.session) asked.headers.set('cookie', `${sessionCookie()}=${who.session}`)
    return handleRest(asked).then(answerOf)
  },
  'a server action': (o, who, tenant, input) => {
    if ((!who.session && who.kind !== 'nobody') || o.spec.streams) return null
    return (async () => {
      const outcome = await perform(o as never, await askerBySession(who.session), tenant, input, {
        ...{ door: 'web', requestId: 'walk', address: null },
      })
      return outcome.ok
        ? { code: 'ok', text: JSON.stringify(outcome.data) }
        : { code: outcome.error.code, text: JSON.stringify(outcome.error) }
    })()
  },
  'the command line': async (o, who, tenant, input) => {
    const inPath = (o.spec.http?.path.match(/(?<=\{)\w+(?=\})/g) ?? []).map(String)
    const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
    let out = ''
    let err = ''
    const [noun = '', verb = ''] = o.spec.name.split('.')
    const argv = [
      noun,
      verb.replaceAll('_', '-'),
      ...inPath.map((name) => String(input[name])),
      '--data',
      JSON.stringify(rest),
      '--json',
      '--yes',
    ]
    if (o.spec.name === 'domains.watch') argv.push('--once')
    const exit = await runCli(argv, {
      stdout: { write: (text: string) => void (out += text) },
      stderr: { write: (text: string) => void (err += text) },
      stdin: null,
      isTTY: false,
      env: {
        LETTERHEAD_URL: 'http://localhost:3000',
        ...(who.bearer && { LETTERHEAD_TOKEN: who.bearer }),
        ...(tenant && { LETTERHEAD_TENANT: tenant }),
        XDG_CONFIG_HOME: '/nonexistent',
      },
      fetch: (request: Request) => handleRest(request),
    })
    if (exit === 0) return { code: 'ok', text: out }
    const last = err.trim().split('\n').at(-1) ?? ''
    return {
      code: last.startsWith('{')
        ? (JSON.parse(last) as { error: { code: string } }).error.code
        : `exit ${exit}: ${err}`,
      text: err,
    }
  },
}

/** Through every door that this asker has; counts each. */
async function everyDoor(
  o: AnyOperation,
  who: Who,
  tenant: string | null,
  input: () => Promise<Record<string, unknown>>,
  expected: (code: string, door: string, text: string) => void,
) {
  for (const [door, through] of Object.entries(doors)) {
    const going = through(o, who, tenant, await input())
    if (!going) continue
    const { code, text } = await going
    counts[door] = (counts[door] ?? 0) + 1
    expected(code, door, text)
  }
}

// What belongs to B ----------------------------------------------------------------------------------------------

/** Things of B that the operation's ids name: one for all refusals, a fresh one for whoever may really do it. */
async function idsOf(o: AnyOperation, who: Customer): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { field, of } of references(o)) {
    const make = things[of]
    if (!make)
      throw new Error(
        `lib/faces/testing/things.ts does not know how to make what ${of} holds (${o.spec.name})`,
      )
    found[field] = o.spec.name === 'sending.test' ? readyB : await make(product, who)
  }
  return found
}

/** Everything B has, as one text: it must be the same after all refusals. Leaves out when a key was last used, and how often. */
async function stateOfB(): Promise<string> {
  const tables = await rowsOf<{ t: string }>(
    product,
    `select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'tenantId'
        and table_name not in ('ApiKey', 'CrossTenantAttempt', 'IdempotentCall') order by 1`,
  )
  const parts = []
  for (const { t } of tables)
    parts.push(
      ...(await rowsOf(
        product,
        `select '${t}' as t, md5(string_agg(r::text, '|' order by r::text)) as all from "${t}" r
          where "tenantId" = $1 and coalesce(to_jsonb(r) ->> 'kind', '') <> 'requestsPerMinute'`,
        [product.b.tenant.id],
      )),
    )
  return JSON.stringify(parts)
}

/** How often staff was seen to look at something of B. */
const looksAtB = async () =>
  (
    await rowsOf<{ n: number }>(
      product,
      `select count(*)::int as n from "AuditEvent" where "tenantId" = $1 and "credentialKind" = 'access'`,
      [product.b.tenant.id],
    )
  )[0]!.n

const mentionsB = (text: string) => text.includes(product.b.tenant.id) || /harbor/i.test(text)

describe.each([
  ['as it is', () => undefined],
  ['with its own tenant filters taken out', withoutFilters],
])('the application %s', (_, prepare) => {
  let restore: (() => void) | undefined
  beforeAll(() => {
    restore = prepare()
  })
  afterAll(() => restore?.())
  afterEach(() => clearAway(product, product.b, { domainId: readyB }))

  it.each(named(inTenants))('%s: nothing of B for anybody else, at any door; for B, yes', async (_, o) => {
    const { permission } = o.spec
    const ids = await idsOf(o, product.b)
    const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
    const before = await stateOfB()
    const hasIds = Object.keys(ids).length > 0

    for (const name of ['ownerOfA', 'memberOfA', 'keyOfA'] as const) {
      const who = people[name]
      const may = allows(permission, who.kind)
      if (hasIds)
        await everyDoor(o, who, name === 'keyOfA' ? null : 'mnexa', input, (code, door, text) => {
          expect.soft({ name, door, code }).toEqual({ name, door, code: may ? 'not_found' : 'forbidden' })
          expect.soft(mentionsB(text), text).toBe(false)
        })
      await everyDoor(o, who, 'harbor', input, (code, door, text) => {
        expect.soft({ name, door, code }).toEqual({ name, door, code: 'not_found' })
        expect.soft(text).not.toContain(product.b.tenant.id)
      })
    }
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
        await everyDoor(o, people[name as keyof typeof others], 'harbor', input, (code, door) =>
          expect.soft({ name, door, code }).toEqual({ name, door, code: refusal }),
        )
    await everyDoor(o, people.platformKey, null, input, (code, door) =>
      expect.soft({ door, code }).toEqual({ door, code: 'tenant_required' }),
    )
    expect(await stateOfB()).toBe(before)

    // The twins: whoever it belongs to, with a thing of their own each time, since some destroy it.
    const fresh = async () => sampleInput(o, await idsOf(o, product.b), 'harbor')
    if (allows(permission, 'owner'))
      await everyDoor(o, people.ownerOfB, 'harbor', fresh, (code, door, text) =>
        expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' }),
      )
    if (allows(permission, 'key'))
      for (const who of [people.keyOfB, people.platformKey])
        await everyDoor(o, who, 'harbor', fresh, (code, door, text) =>
          expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' }),
        )
    // Staff with an access: what a visitor may, on the record; nothing else.
    await call('support.open', product.support, { tenant: 'harbor', reason: 'ticket number 4711' })
    const looks = await looksAtB()
    // What files of a message hide is not known: staff gets them after a second act on the record, and no sooner.
    const isMasked = o.spec.file === true && idOf(o)?.of === '/messages'
    if (isMasked)
      await everyDoor(o, people.support, 'harbor', fresh, (code, door) =>
        expect.soft({ door, code }).toEqual({ door, code: 'message_masked' }),
      )
    const shown = async () => {
      const input = await fresh()
      if (isMasked) await unmask(String(input['id']))
      return input
    }
    await everyDoor(o, people.support, 'harbor', shown, (code, door, text) => {
      const may = allows(permission, 'visitor') ? 'ok' : 'forbidden'
      expect.soft({ door, code, ...(code !== may && { text }) }).toEqual({ door, code: may })
    })
    if (allows(permission, 'visitor')) expect(await looksAtB()).toBeGreaterThan(looks)
  })

  it.each(named(inTenants.filter((o) => references(o).length === 0 && o.spec.effect === 'read')))(
    '%s answers A, and nothing of B in it',
    async (_, o) => {
      await everyDoor(
        o,
        people.ownerOfA,
        'mnexa',
        () => Promise.resolve(sampleInput(o, {}, 'mnexa')),
        (code, door, text) => {
          expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' })
          expect.soft(mentionsB(text), `${door}: ${text.slice(0, 500)}`).toBe(false)
        },
      )
    },
  )

  it.each(named(across))('%s: for the platform’s staff, and nobody of a tenant', async (_, o) => {
    const fresh = async () => sampleInput(o, await idsOf(o, product.b), 'harbor')
    const ids = await idsOf(o, product.b)
    const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
    for (const name of [
      'ownerOfA',
      'memberOfA',
      'keyOfA',
      'ownerOfB',
      'keyOfB',
      'revokedKey',
      'nobody',
    ] as const)
      for (const tenant of [null, 'harbor'])
        await everyDoor(o, people[name], tenant, input, (code, door, text) => {
          const refusal = name === 'nobody' || name === 'revokedKey' ? 'not_signed_in' : 'forbidden'
          expect.soft({ name, door, code }).toEqual({ name, door, code: refusal })
          expect.soft(text).not.toContain(product.b.tenant.id)
        })
    if (!allows(o.spec.permission, 'support'))
      await everyDoor(o, people.support, null, input, (code, door) =>
        expect.soft({ door, code }).toEqual({ door, code: 'forbidden' }),
      )
    if (!allows(o.spec.permission, 'platform_key'))
      await everyDoor(o, people.platformKey, null, input, (code, door) =>
        expect.soft({ door, code }).toEqual({ door, code: 'forbidden' }),
      )
    await everyDoor(o, people.admin, null, fresh, (code, door, text) =>
      expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' }),
    )
  })

  it.each(named(ofOneself))('%s: for oneself only', async (_, o) => {
    const ids = await idsOf(o, product.b)
    const input = () => Promise.resolve(sampleInput(o, ids, 'harbor'))
    for (const name of ['keyOfA', 'keyOfB', 'platformKey', 'revokedKey', 'nobody'] as const)
      await everyDoor(o, people[name], null, input, (code, door) => {
        const refusal = name === 'nobody' || name === 'revokedKey' ? 'not_signed_in' : 'forbidden'
        expect.soft({ name, door, code }).toEqual({ name, door, code: refusal })
      })
    if (Object.keys(ids).length > 0)
      for (const name of ['ownerOfA', 'memberOfA', 'support', 'admin'] as const)
        await everyDoor(o, people[name], null, input, (code, door) =>
          expect.soft({ name, door, code }).toEqual({ name, door, code: 'not_found' }),
        )
    await everyDoorOfSomebodyNew(o)
  })

  it('the event stream: for members of the tenant, and staff with an access', async () => {
    const through = async (who: Who, tenant: string) => {
      counts['the event stream'] = (counts['the event stream'] ?? 0) + 1
      const aborting = new AbortController()
      const headers = { cookie: who.session ? `${sessionCookie()}=${who.session}` : '' }
      const asked = new Request(`http://localhost:3000/api/live?tenant=${tenant}`, {
        headers,
        signal: aborting.signal,
      })
      const response = await liveStream(asked, sessionCookie(), {
        door: 'web',
        requestId: 'walk',
        address: null,
      })
      aborting.abort()
      await response.body?.cancel()
      return response.status
    }
    for (const name of ['ownerOfA', 'memberOfA', 'support', 'admin', 'nobody'] as const)
      for (const tenant of ['harbor', product.b.tenant.id])
        expect(await through(people[name], tenant), name).toBe(404)
    for (const bearer of [people.keyOfB.bearer, people.ownerOfB.bearer])
      expect(await through({ kind: 'key', session: bearer! }, 'harbor')).toBe(
        bearer === people.ownerOfB.bearer ? 200 : 404,
      )
    expect(await through(people.ownerOfB, 'harbor')).toBe(200)
    expect(await through(people.ownerOfA, 'mnexa')).toBe(200)
  })
})

describe('a program that is held to one inbox', () => {
  afterEach(() => clearAway(product, product.b, { domainId: readyB }))

  /** What the operation's ids name, in this inbox; null when it names anything that lies in none. */
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

  it.each(named(inTenants))(
    '%s: nothing of another inbox of the same tenant; of its own, yes',
    async (_, o) => {
      const { permission, inbox: held } = o.spec
      const [mine, other] = [await openedBy(product.b), await openedBy(product.b)]
      const ids = await idsIn(o, other)
      const programs = await twoPrograms(mine)
      const before = await stateOfB()
      for (const who of programs) {
        const refusal = !allows(permission, who.kind)
          ? 'forbidden'
          : held === 'scoped'
            ? 'not_found'
            : 'key_bound'
        // A list of everything names nothing: what it answers is looked at below.
        if (held === 'scoped' && Object.keys(ids).length === 0) continue
        await everyDoor(
          o,
          who,
          null,
          () => Promise.resolve(sampleInput(o, ids, 'harbor')),
          (code, door, text) => {
            expect.soft({ kind: who.kind, door, code }).toEqual({ kind: who.kind, door, code: refusal })
            expect.soft(text).not.toContain(other.address)
          },
        )
      }
      expect(await stateOfB()).toBe(before)
      if (held === undefined) return

      // The twins, each on an inbox of its own, since some close it.
      for (const kind of ['key', 'grant'] as const)
        for (const [door, through] of Object.entries(doors)) {
          if (!allows(permission, kind)) continue
          const own = await openedBy(product.b)
          const who = (await twoPrograms(own)).find((program) => program.kind === kind)!
          const going = through(o, who, null, sampleInput(o, await idsIn(o, own), 'harbor'))
          if (!going) continue
          const { code, text } = await going
          counts[door] = (counts[door] ?? 0) + 1
          expect
            .soft({ kind, door, code, ...(code !== 'ok' && { text }) })
            .toEqual({ kind, door, code: 'ok' })
        }
    },
  )

  it.each(
    named(inTenants.filter((o) => o.spec.inbox === 'scoped' && idOf(o) === null && o.spec.effect === 'read')),
  )('%s lists what is in its inbox, and nothing of another', async (_, o) => {
    const [mine, other] = [await openedBy(product.b), await openedBy(product.b)]
    const marksOf = async (inbox: TestInbox) => [
      ...[inbox.id, inbox.address, inbox.grantId],
      await thingsIn['/messages']!(product, inbox),
    ]
    const [own, foreign] = [await marksOf(mine), await marksOf(other)]
    for (const who of await twoPrograms(mine)) {
      if (!allows(o.spec.permission, who.kind)) continue
      const input = () => Promise.resolve(o.spec.name === 'messages.list' ? { folder: 'trash' } : {})
      await everyDoor(o, who, null, input, (code, door, text) => {
        expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' })
        expect
          .soft(
            own.some((mark) => text.includes(mark)),
            `${door}: ${text}`,
          )
          .toBe(true)
        for (const mark of foreign) expect.soft(text).not.toContain(mark)
      })
    }
  })
})

it('a dump of the database after all of it has none of the secrets that were given out', async () => {
  const dump = await dumpOf(product.database)
  console.log(`secrets given out: ${issued.size}; dump searched: ${dump.length} characters`)
  expect(issued.size).toBeGreaterThan(100)
  expect([...issued].filter((secret) => shapesOf(secret).some((shape) => dump.includes(shape)))).toEqual([])
  // It would be found: what is kept of one is its hash.
  expect(dump).toContain(hashSecret(people.ownerOfB.session!))
})

it('more than a thousand combinations were tried', () => {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  console.log(`combinations: ${all} ${JSON.stringify(counts)}`)
  expect(all).toBeGreaterThan(1000)
})

async function unmask(id: string): Promise<void> {
  const o = operations.find(({ spec }) => spec.name === 'messages.unmask')!
  const answer = await doors['REST, as a program']!(o, people.support, 'harbor', { id })
  expect(answer?.code).toBe('ok')
}

/** Ending one's sessions ends the walker's too: so each door gets a person of its own. */
async function everyDoorOfSomebodyNew(o: AnyOperation) {
  for (const [door, through] of Object.entries(doors)) {
    const { userId } = product.b.member
    const who: Who = {
      kind: 'person',
      session: await openSession(userId, new Date(Date.now() + DAY)),
      bearer: await openSession(userId, new Date(Date.now() + DAY), { kind: 'cli' }),
    }
    const own: Customer = { ...product.b, owner: { ...product.b.owner, userId } }
    const going = through(o, who, null, sampleInput(o, await idsOf(o, own), 'harbor'))
    if (!going) continue
    const { code, text } = await going
    counts[door] = (counts[door] ?? 0) + 1
    expect.soft({ door, code, ...(code !== 'ok' && { text }) }).toEqual({ door, code: 'ok' })
  }
}

/** Takes `tenantId` out of every filter that the application gives Prisma: row-level security alone is left. */
function withoutFilters(): () => void {
  const holder = globalThis as typeof globalThis & { letterheadPrisma?: unknown }
  const original = prisma()
  let stripped = 0
  holder.letterheadPrisma = original.$extends({
    query: {
      $allModels: {
        $allOperations({ args, query }) {
          const { where, ...rest } = args
          if (!where || !('tenantId' in where) || acrossTenants.storage?.getStore()) return query(args)
          stripped += 1
          const { tenantId: _, ...others } = where
          return query({ ...rest, where: others })
        },
      },
    },
  })
  return () => {
    holder.letterheadPrisma = original
    expect(stripped).toBeGreaterThan(20)
  }
}
