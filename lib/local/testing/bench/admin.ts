import { cpus, loadavg } from 'node:os'
import pg from 'pg'
import type { StaffCaller } from '@/lib/kernel/caller'
import { adminCalls, type Call } from './admin-calls'
import { seedManyTenants, TENANTS, WORKSPACES } from './many-tenants'
import { measureCalls, table, type Measured } from './measure'
import { ownDatabase } from './own-database'
import { explained } from './recorded-sql'

/**
 * `npm run bench:admin`: what admins look at across tenants, with ten thousand of them: the operations themselves, called
 * in this process as the application's role under row-level security, one after the other. No HTTP, no page. The plans of
 * the slowest are printed below the table.
 */
const AIM = 100
const CALLS = Number(process.env.BENCH_CALLS ?? 200)
const ONLY = process.env.BENCH_ONLY

const database = await ownDatabase()
try {
  await bench()
} finally {
  const { disconnect } = await import('@/lib/kernel/db/client')
  const { closePool } = await import('@/lib/kernel/db/pool')
  await disconnect()
  await closePool()
  await database.stop()
}

async function bench() {
  const began = performance.now()
  const client = new pg.Client({ connectionString: database.superUrl })
  await client.connect()
  await seedManyTenants(client)
  const { rows } = await client.query<{ count: string }>('select count(*) from "Usage"')
  await client.end()
  console.log(
    `${TENANTS} tenants in ${WORKSPACES} workspaces, ${rows[0]?.count} figures of usage: seeded in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
  const { mint } = await import('@/lib/kernel/mint')
  const admin = mint.staff('admin', {
    userId: crypto.randomUUID(),
    email: 'ines@letterhead.dev',
    name: 'Ines',
  })
  const results: [Call, Measured][] = []
  for (const call of (await adminCalls()).filter((c) => !ONLY || c.what.includes(ONLY)))
    results.push([call, await measureCalls(call.what, CALLS, () => call.act(admin))])
  console.log(
    `\n${CALLS} calls each after ${CALLS / 10} to warm up, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, ${process.version}`,
  )
  console.log(table(results.map(([, measured]) => measured)))
  const over = results.filter(([, { p95 }]) => p95 > AIM)
  console.log(`\np95 at or under ${AIM} ms: ${results.length - over.length} of ${results.length}`)
  await showPlans(results, admin)
}

/** How PostgreSQL does the slowest call, and every one that misses the aim. */
async function showPlans(results: [Call, Measured][], admin: StaffCaller) {
  const bySlowness = results.toSorted((a, b) => b[1].p95 - a[1].p95)
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  for (const [call] of bySlowness.filter(([, { p95 }], at) => at === 0 || p95 > AIM)) {
    console.log(`\n== ${call.what}`)
    for (const plan of await explained(client, () => call.act(admin))) console.log(plan)
  }
  await client.end()
}
