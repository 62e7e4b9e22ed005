import { setTimeout } from 'node:timers/promises'
import { ensurePerson } from '@/lib/accounts/platform'
import { personas } from '@/lib/accounts/personas'
import { addDomain } from '@/lib/domains/add-domain'
import { listDomains } from '@/lib/domains/list-domains'
import { showDomain } from '@/lib/domains/show-domain'
import type { RecordView } from '@/lib/domains/view'
import type { MemberCaller } from '@/lib/kernel/caller'
import { disconnect } from '@/lib/kernel/db/client'
import { closePool } from '@/lib/kernel/db/pool'
import { env } from '@/lib/kernel/env'
import { closeJobs } from '@/lib/kernel/jobs'
import { closeFeed } from '@/lib/kernel/live'
import { closeLocks } from '@/lib/kernel/lock'
import { mint } from '@/lib/kernel/mint'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { inGoodStanding } from '@/lib/local/in-good-standing'
import { createWorldClient } from '@/lib/local/world/client'
import { ensureTenant, type NewTenant } from '@/lib/tenants/platform'
import { requestStream } from '@/lib/tenants/request-stream'

/**
 * Seeds local mode through the product's own operations: a person of each role, two customers, one of them with a tenant
 * for staging beside that of production, and the platform's own domain with its records published at the local DNS
 * provider. Safe to run at every start.
 */
const platform = await createTenant({ slug: 'letterhead', name: 'Letterhead', kind: 'platform' })
const mnexa = await createTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })
const staging = await createTenant({
  ...({ slug: 'mnexa-staging', name: 'Mnexa staging', kind: 'customer' } as const),
  environment: 'staging',
})
const harbor = await createTenant({ slug: 'harbor', name: 'Harbor Books', kind: 'customer' })

await ensurePerson({ ...personas.customer, memberOf: { tenantId: mnexa.id, role: 'owner' } })
await ensurePerson({ ...personas.customer, memberOf: { tenantId: staging.id, role: 'owner' } })
await ensurePerson({ ...personas.neighbour, memberOf: { tenantId: harbor.id, role: 'owner' } })
await ensurePerson({ ...personas.support, platformRole: 'support' })
const admin = await ensurePerson({
  ...personas.admin,
  platformRole: 'admin',
  memberOf: { tenantId: platform.id, role: 'owner' },
})

const operator = mint.member(
  'owner',
  inGoodStanding(platform),
  { userId: admin.id, email: admin.email, name: admin.name ?? admin.email },
  { door: 'seed' },
)
await publishPlatformDomain(operator)

await closeJobs()
await closeFeed()
await closeLocks()
await disconnect()
await closePool()

async function createTenant(tenant: NewTenant) {
  const row = await ensureTenant(tenant)
  await requestStream(mint.worker(row.id, { door: 'seed' }))
  return row
}

async function publishPlatformDomain(caller: MemberCaller): Promise<void> {
  const { PLATFORM_DOMAIN: name, LOCAL_WORLD_URL: url, LOCAL_WORLD_TOKEN: token } = env()
  if (!name || !url || !token) return
  const { items } = await listDomains(caller, { search: name })
  const { id } = items.find((d) => d.name === name) ?? (await addDomain(caller, { name }))
  const own = await recordsOf(caller, id)
  // Mail for the trial addresses below it goes where its own goes.
  const below = own.filter((r) => r.key === 'inbound').map((r) => ({ ...r, host: `*.${name}` }))
  const records = [...own, ...below]
  const world = createWorldClient({ url, token })
  const published = (await world.zones()).flatMap((zone) => zone.records)
  for (const r of records) {
    if (published.some((p) => p.name === r.host && p.type === r.type)) continue
    await world.addRecord({
      name: r.host,
      type: r.type,
      value: r.value,
      ttl: r.ttl,
      ...(r.priority !== null && { priority: r.priority }),
    })
  }
}

/** The whole checklist. The worker may not run yet, so the seed does its share; or it runs, and is waited for. */
async function recordsOf(caller: MemberCaller, id: string): Promise<RecordView[]> {
  for (let attempt = 0; attempt < 120; attempt++) {
    await reconcileDomain(mint.worker(caller.tenantId), { id })
    const { records } = await showDomain(caller, { id })
    if (records.some((r) => r.group === 'dkim')) return records
    await setTimeout(500)
  }
  throw new Error('The local mail network gave no signing keys for the platform domain within a minute.')
}
