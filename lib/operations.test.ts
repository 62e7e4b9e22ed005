import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Caller, CallerKind } from '@/lib/kernel/caller'
import { AppError } from '@/lib/kernel/errors'
import { mint } from '@/lib/kernel/mint'
import { permissions, scopesFor } from '@/lib/kernel/permissions'
import { inGoodStanding } from '@/lib/local/in-good-standing'
import { references, sampleInput } from '@/lib/faces/testing/sample-input'
import { operations } from './operations'

// Whoever reaches for the database without a setting for it gets an error that is no AppError.
vi.stubEnv('DATABASE_URL', '')

const tenant = inGoodStanding({ id: '01920000-0000-7000-8000-00000000000a', name: 'Mnexa' })
const ada = { userId: '01920000-0000-7000-8000-00000000000b', email: 'ada@mnexa.ai', name: 'Ada' }
const callers: Record<CallerKind, Caller> = {
  owner: mint.member('owner', tenant, ada),
  member: mint.member('member', tenant, ada),
  key: mint.key(tenant, {
    keyId: ada.userId,
    name: 'deploy',
    scopes: scopesFor('key'),
    isPlatform: false,
    domainId: null,
    inboxId: null,
  }),
  grant: mint.grant(tenant, {
    ...{
      tokenId: ada.userId,
      grantId: ada.userId,
      grantName: 'first',
      inboxId: tenant.id,
      address: 'agent@mnexa.ai',
    },
    ...{ scopes: scopesFor('grant'), agentSession: 'run 1' },
  }),
  visitor: mint.visitor('support', tenant, ada, { id: ada.userId, reason: 'a ticket' }),
  platform_key: mint.platformKey({ keyId: ada.userId, name: 'deploy', scopes: scopesFor('platform_key') }),
  person: mint.person(ada),
  support: mint.staff('support', ada),
  admin: mint.staff('admin', ada),
  worker: mint.worker(tenant.id),
  nobody: mint.nobody(),
}
const kinds = Object.keys(callers) as CallerKind[]
const allowed = (o: Walked): readonly CallerKind[] => permissions[o.spec.permission]

type Walked = (typeof operations)[number]
const call = (o: Walked, caller: unknown, input: unknown) =>
  (o as (caller: unknown, input: unknown) => Promise<unknown>)(caller, input)
const each = operations.map((o) => [o.spec.name, o] as const)
// What no schema takes, and what only a look at it would find out.
const trap = new Proxy({}, { get: (_, key) => { throw new Error(`the input was looked at: ${String(key)}`) } }) // prettier-ignore

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`
  }
  return 'it was let through'
}

it('a face that forgot to read how a tenant stands opens nothing', () => {
  // @ts-expect-error: whoever mints in a tenant says whether it is suspended, and what its calls are held to
  const forgetful = mint.member('owner', { id: tenant.id, name: tenant.name }, ada)
  expect(forgetful.suspended).toBe(true)
})

/** Of an operation or a noun whose permission is another noun's, and why. */
const standsUnder: Record<string, string> = {
  // for many organisations at once: whoever may compare the fleet, not whoever may open one of their own
  'inboxes.open_many': 'fleet',
  // mail that is nobody's: seen by whoever oversees the mail of all
  stray: 'messages',
  // what tells of mail before it is anybody's: the same people see to it
  notifications: 'messages',
  // what tonight removes: part of what was used of a limit, and of the policy that says how long mail is kept
  'retention.mine': 'usage',
  'retention.preview': 'workspaces',
}

describe('the table of contents', () => {
  it('has every operation of the house', () => {
    const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
      (f) => /\.ts$/.test(f) && !/\.test\.ts$|generated|kernel\/operation\.ts/.test(f),
    )
    const written = files.flatMap((file) => {
      const text = readFileSync(join('lib', file), 'utf8')
      const made = text.match(/\boperation\(\{/g)?.length ?? 0
      const names = [...text.matchAll(/\boperation\(\{\s+name: '([^']+)'/g)].map((m) => m[1])
      expect(names, file).toHaveLength(made)
      return names
    })
    expect(written.toSorted()).toEqual(operations.map((o) => o.spec.name).toSorted())
  })

  it('names each once, as noun.verb', () => {
    const names = operations.map((o) => o.spec.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/)
  })

  it.each(each)('%s is described in a sentence, and its permission is of its noun', (name, { spec }) => {
    expect(spec.summary).toMatch(/^[A-Z].*\.$/)
    const noun = name.split('.')[0]!
    expect(spec.permission.split('.')[0]).toBe(standsUnder[name] ?? standsUnder[noun] ?? noun)
  })

  it.each(each)('%s has a door only when people or programs may use it', (_, { spec }) => {
    const kinds: readonly CallerKind[] = permissions[spec.permission]
    expect(spec.doors === 'internal').toBe(kinds.every((k) => k === 'worker'))
  })

  it('every permission has an operation', () =>
    expect([...new Set(operations.map((o) => o.spec.permission))].toSorted()).toEqual(
      Object.keys(permissions).toSorted(),
    ))
})

describe.each(each)('%s', (_, o) => {
  const refused = kinds.filter((kind) => !allowed(o).includes(kind))

  it.each(refused)('refuses %s before it looks at the input or does anything', async (kind) => {
    const code = kind === 'nobody' ? 'not_signed_in' : 'forbidden'
    expect(await codeOf(call(o, callers[kind], trap))).toBe(code)
  })

  it.each(kinds)('refuses what only looks like a caller of kind %s', async (kind) => {
    for (const forged of [
      { ...callers[kind] },
      structuredClone(callers[kind]),
      JSON.parse(JSON.stringify(callers[kind])),
      Object.create(callers[kind]),
    ])
      expect(await codeOf(call(o, forged, trap))).toBe('not_signed_in')
  })

  it('refuses nothing at all as a caller', async () => {
    for (const nothing of [undefined, null, '', 'owner', 7, []])
      expect(await codeOf(call(o, nothing, trap))).toBe('not_signed_in')
  })

  it.each(allowed(o))('lets %s through to its input, and with a right one to the database', async (kind) => {
    expect(await codeOf(call(o, callers[kind], 'no object'))).toBe('invalid_input')
    const ids = Object.fromEntries(references(o).map(({ field }) => [field, tenant.id]))
    const right = sampleInput(o, ids, 'mnexa')
    expect(await codeOf(call(o, callers[kind], right))).toMatch(/DATABASE_URL/)
  })
})

it('a caller cannot be changed after it was made', () => {
  expect(() => Object.assign(callers.member, { kind: 'owner' })).toThrow(TypeError)
  expect(() => Object.assign(callers.owner, { tenantId: ada.userId })).toThrow(TypeError)
})
