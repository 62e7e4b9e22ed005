import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import type { CallerKind } from '@/lib/kernel/caller'
import { DAY } from '@/lib/kernel/clock'
import { hashSecret } from '@/lib/kernel/ids'
import { scopesFor } from '@/lib/kernel/permissions'
import { addReady, openSharedPath } from '@/lib/local/testing/drive'
import { dumpOf, shapesOf } from '@/lib/local/testing/dump'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { call, newKey, rowsOf } from '../things'
import type { Who } from './doors'
import { counts } from './every-door'
import { issued } from './secrets'

/** Where a walk takes place: tenant A, tenant B with a domain that is ready, and everybody who may come to a door. */
export let product: TestProduct
export let readyB: string
export let people: Awaited<ReturnType<typeof everybody>>

/** Registers what every walk begins and ends with. */
export function setOut(): void {
  beforeAll(async () => {
    product = await startTestProduct()
    vi.stubEnv('API_RATE_PER_KEY', '1000000')
    vi.stubEnv('PLAN_LIMITS', '{"pro":{"requestsPerMinute":null},"enterprise":{"requestsPerMinute":null}}')
    await openSharedPath(product)
    // Whatever a workspace can leave to support, it does.
    await rowsOf(product, `update "Workspace" set "supportSwitchesProtocols" = true`)
    readyB = (await addReady(product, product.b, 'ready.harbor.dev')).id
    people = await everybody()
  })
  afterAll(() => product.stop())
}

async function everybody() {
  const { a, b, support, admin } = product
  return {
    ownerOfA: await person('owner', a.owner.userId),
    memberOfA: await person('member', a.member.userId),
    keyOfA: key(await newKey(a, scopesFor('key'))),
    keyWithoutScope: key(await newKey(b, ['tenants.read'])),
    revokedKey: key(await newKey(b, scopesFor('key'), 'revoke')),
    platformKey: await platformKey(),
    support: await person('support', support.userId),
    admin: await person('admin', admin.userId),
    nobody: { kind: 'nobody' } as Who,
    ownerOfB: await person('owner', b.owner.userId),
    keyOfB: key(await newKey(b, scopesFor('key'))),
  }
}

/** Somebody at a browser and at a command line. */
export const person = async (kind: CallerKind, userId: string): Promise<Who> => ({
  kind,
  session: await openSession(userId, tomorrow()),
  bearer: await openSession(userId, tomorrow(), { kind: 'cli', label: 'a terminal' }),
})

const tomorrow = () => new Date(Date.now() + DAY)
const key = (bearer: string): Who => ({ kind: 'key', bearer })

async function platformKey(): Promise<Who> {
  const scopes = [...new Set([...scopesFor('platform_key'), ...scopesFor('key')])]
  const { secret } = await call('keys.create_platform', product.admin, { name: 'deploy', scopes })
  return { kind: 'platform_key', bearer: String(secret) }
}

/** Registers what is asked after a walk: whether it gave a secret away, and whether it went far enough. */
export function lookBack(atLeast: number): void {
  it('a dump of the database after all of it has none of the secrets that were given out', async () => {
    const dump = await dumpOf(product.database)
    print(`secrets given out: ${issued.size}; dump searched: ${dump.length} characters`)
    expect(issued.size).toBeGreaterThan(50)
    expect([...issued].filter((secret) => shapesOf(secret).some((shape) => dump.includes(shape)))).toEqual([])
    // It would be found: what is kept of one is its hash.
    expect(dump).toContain(hashSecret(people.ownerOfB.session!))
  })

  it(`more than ${atLeast} combinations were tried`, () => {
    const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
    print(`combinations: ${all} ${JSON.stringify(counts)}`)
    expect(all).toBeGreaterThan(atLeast)
  })
}

const print = (line: string) => void process.stdout.write(`${line}\n`)
