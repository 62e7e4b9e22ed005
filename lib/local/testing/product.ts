import { rmSync } from 'node:fs'
import { ensurePerson } from '@/lib/accounts/platform'
import type { MemberCaller, StaffCaller, WorkerCaller } from '@/lib/kernel/caller'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { closeJobs } from '@/lib/kernel/jobs'
import { closeFeed } from '@/lib/kernel/live'
import { closeLocks } from '@/lib/kernel/lock'
import { mint } from '@/lib/kernel/mint'
import { ensureTenant } from '@/lib/tenants/platform'
import { inGoodStanding } from '../in-good-standing'
import { openTempFolder } from '../temp-folder'
import { ACCOUNT, startTestWorld, TOKEN, type TestWorld } from '../world/test/helpers'
import { testDatabase, type TestDatabase } from './database'

/** One customer tenant, with the callers that act in it. */
export interface Customer {
  tenant: { id: string; slug: string; name: string; suspendedAt: null; requestsPerMinute: null }
  owner: MemberCaller
  member: MemberCaller
  worker: WorkerCaller
}

export interface TestProduct {
  database: TestDatabase
  world: TestWorld
  a: Customer
  b: Customer
  /** the platform's own tenant, which holds the domain of the shared path */
  platform: Customer
  support: StaffCaller
  admin: StaffCaller
  /** another customer, with nothing made yet */
  newCustomer(slug: string): Promise<Customer>
  stop(): Promise<void>
}

export const PLATFORM_DOMAIN = 'post.letterhead.dev'

/**
 * The product on a database and in a world of its own, driven by hand: no worker runs. Puts its addresses into the
 * environment, so call it before anything reads `env()`; one a test file.
 */
export async function startTestProduct(): Promise<TestProduct> {
  const [database, world] = await Promise.all([testDatabase(), startTestWorld()])
  const storage = openTempFolder('letterhead-mail-')
  Object.assign(process.env, settings(world, storage))
  const [a, b, platform] = await Promise.all([
    customer('mnexa', 'Mnexa, Inc.'),
    customer('harbor', 'Harbor Books'),
    customer('letterhead', 'Letterhead', 'platform'),
  ])
  return {
    ...{ database, world, a, b, platform },
    support: mint.staff(
      'support',
      await person('sam@letterhead.dev', 'Sam Ortiz', { platformRole: 'support' }),
    ),
    admin: mint.staff('admin', await person('ines@letterhead.dev', 'Ines Keller', { platformRole: 'admin' })),
    newCustomer: (slug) => customer(slug, slug),
    async stop() {
      await closeJobs()
      await closeFeed()
      await closeLocks()
      await disconnect()
      await closePool()
      await world.close()
      await database.drop()
      rmSync(storage, { recursive: true, force: true })
    },
  }
}

// What `startTestWorld` was told; the region and the keys are its helpers' own.
const settings = (world: TestWorld, storage: string) => ({
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIDLOCAL',
  AWS_SECRET_ACCESS_KEY: 'local-secret',
  AWS_ENDPOINT_URL_SESV2: world.sesUrl,
  AWS_ENDPOINT_URL_S3: world.awsUrl,
  AWS_ENDPOINT_URL_SNS: world.awsUrl,
  SES_CALLS_PER_SECOND: '100',
  INBOUND_TOPICS: `arn:aws:sns:eu-west-1:${ACCOUNT}:letterhead-inbound`,
  INBOUND_BUCKETS: 'letterhead-inbound',
  STORAGE_FOLDER: storage,
  DNS_ROOTS: `127.0.0.1:${world.dnsPort}`,
  DNS_RESOLVERS: `127.0.0.1:${world.dnsPort}`,
  DNS_PORT: String(world.dnsPort),
  DNS_ALLOW_LOOPBACK: '1',
  DNS_SERVER_RATE: '10000',
  LOCAL_WORLD_URL: world.controlUrl,
  LOCAL_WORLD_TOKEN: TOKEN,
  PLATFORM_DOMAIN,
})

async function customer(
  slug: string,
  name: string,
  kind: 'customer' | 'platform' = 'customer',
): Promise<Customer> {
  const tenant = inGoodStanding(await ensureTenant({ slug, name, kind }))
  const join = async (role: 'owner' | 'member') =>
    mint.member(
      role,
      tenant,
      await person(`${role}@${slug}.dev`, `${name} ${role}`, { memberOf: { tenantId: tenant.id, role } }),
    )
  return { tenant, owner: await join('owner'), member: await join('member'), worker: mint.worker(tenant.id) }
}

async function person(email: string, name: string, more: Partial<Parameters<typeof ensurePerson>[0]>) {
  const { id } = await ensurePerson({ email, name, ...more })
  return { userId: id, email, name }
}

export const identityArnOf = (name: string) => `arn:aws:ses:eu-west-1:${ACCOUNT}:identity/${name}`
