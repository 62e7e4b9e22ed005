import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { inGoodStanding } from '../../in-good-standing'
import { openTempFolder } from '../../temp-folder'
import { ACCOUNT, REGION, startTestWorld, TOKEN } from '../../world/test/helpers'
import { ownDatabase } from './own-database'

export const PLATFORM_DOMAIN = 'post.letterhead.dev'

/**
 * A database that keeps what it was told, a world around it in this process, and an empty storage: what a door and a worker
 * need. Their settings become this process's.
 */
export async function ownWorld() {
  const [database, world] = await Promise.all([
    ownDatabase({ durable: true }),
    startTestWorld({ sesDnsIntervalMs: 60_000 }),
  ])
  const folder = openTempFolder('letterhead-bench-mail-')
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIDLOCAL',
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    AWS_ENDPOINT_URL_SESV2: world.sesUrl,
    AWS_ENDPOINT_URL_S3: world.awsUrl,
    AWS_ENDPOINT_URL_SNS: world.awsUrl,
    INBOUND_TOPICS: `arn:aws:sns:${REGION}:${ACCOUNT}:letterhead-inbound`,
    INBOUND_BUCKETS: 'letterhead-inbound',
    STORAGE_FOLDER: join(folder, 'mail'),
    DNS_ROOTS: `127.0.0.1:${world.dnsPort}`,
    DNS_RESOLVERS: `127.0.0.1:${world.dnsPort}`,
    DNS_PORT: String(world.dnsPort),
    DNS_ALLOW_LOOPBACK: '1',
    DNS_SERVER_RATE: '10000',
    LOCAL_WORLD_URL: world.controlUrl,
    LOCAL_WORLD_TOKEN: TOKEN,
    PLATFORM_DOMAIN,
  })
  return {
    superUrl: database.superUrl,
    /** of the database's server */
    pid: database.pid,
    world,
    async stop() {
      const { disconnect } = await import('@/lib/kernel/db/client')
      const { closePool } = await import('@/lib/kernel/db/pool')
      const { closeJobs } = await import('@/lib/kernel/jobs')
      await closeJobs()
      await disconnect()
      await closePool()
      await world.close()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A new tenant on the highest plan with one inbox. */
export async function ownInbox(
  slug: string,
): Promise<{ tenantId: string; inboxId: string; address: string }> {
  const { ensurePerson } = await import('@/lib/accounts/platform')
  const { createTenant } = await import('@/lib/tenants/create-tenant')
  const { openInbox } = await import('@/lib/inboxes/open-inbox')
  const { mint } = await import('@/lib/kernel/mint')
  const bench = { email: 'bench@letterhead.dev', name: 'Bench' }
  const { id: userId } = await ensurePerson({ ...bench, platformRole: 'admin' })
  const admin = mint.staff('admin', { userId, ...bench })
  const tenant = inGoodStanding(await createTenant(admin, { slug, name: slug, plan: 'enterprise' }))
  const owner = mint.member('owner', tenant, { userId, ...bench })
  const { id, address } = await openInbox(owner, { localPart: 'agent' })
  return { tenantId: tenant.id, inboxId: id, address }
}
