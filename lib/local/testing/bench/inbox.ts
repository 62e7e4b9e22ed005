import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TenantCaller } from '@/lib/kernel/caller'
import { inGoodStanding } from '../../in-good-standing'
import { openTempFolder } from '../../temp-folder'
import { inboxCalls, openable, type InboxCall } from './inbox-calls'
import { tellInsidePlans } from './inside-plans'
import { MESSAGES } from './draw-messages'
import type { Place } from './make-places'
import { seedManyMessages } from './many-messages'
import { measureCalls, table, type Measured } from './measure'
import { ownDatabase } from './own-database'
import { explained } from './recorded-sql'

/**
 * `npm run bench:inbox`: a million messages, half of them in one inbox: lists, messages and searches as a member of that
 * tenant asks for them, by the operations themselves, in this process as the application's role under row-level security,
 * one after the other. No HTTP, no page. How PostgreSQL does each is printed below the table.
 */
const CALLS = Number(process.env.BENCH_CALLS ?? 200)
const ONLY = process.env.BENCH_ONLY

const database = await ownDatabase()
process.env.STORAGE_FOLDER = join(openTempFolder('letterhead-bench-mail-'), 'mail')
process.env.PLATFORM_DOMAIN = 'post.letterhead.dev'
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
  const { caller, large, small } = await prepare()
  await seedManyMessages(database.superUrl, large, small)
  const superuser = new pg.Client({ connectionString: database.superUrl })
  await superuser.connect()
  const { rows } = await superuser.query<{ messages: string; large: string; tenants: string; size: string }>(
    `select count(*) as messages, count(*) filter (where "inboxId" = $1) as large, count(distinct "tenantId") as tenants,
            pg_size_pretty(pg_database_size(current_database())) as size from "Message"`,
    [large.inboxId],
  )
  const [{ messages, large: most, tenants, size }] = rows as [(typeof rows)[number]]
  console.log(
    `${messages} messages of ${tenants} tenants, ${most} in one inbox, ${size}: made in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  )
  const spots = await openable(caller, large.inboxId, Math.min(500, MESSAGES / 10))
  const calls = await inboxCalls(caller, { large, small }, spots)
  const results: [InboxCall, Measured][] = []
  for (const call of calls.filter(({ what }) => !ONLY || what.includes(ONLY))) {
    let turn = 0
    const measured = await measureCalls(call.what, CALLS, () => call.act(turn++))
    const found = call.found()
    results.push([call, found === null ? measured : { ...measured, what: `${call.what} (${found})` }])
  }
  console.log(
    `\n${CALLS} calls each after ${CALLS / 10} to warm up, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, ${process.version}; how many it found in brackets`,
  )
  console.log(table(results.map(([, measured]) => measured)))
  const over = results.filter(([{ aim }, { p95 }]) => aim !== undefined && p95 > aim)
  console.log(
    `\np95 within 50 ms for lists and messages, 150 ms for searches: all${over.length > 0 ? ` but ${over.map(([, { what }]) => what).join('; ')}` : ''}`,
  )
  await tellInsidePlans(superuser)
  await superuser.end()
  await showPlans(results.map(([call]) => call))
}

/** A tenant with two inboxes, and its owner. */
async function prepare(): Promise<{ caller: TenantCaller; large: Place; small: Place }> {
  const { ensureTenant } = await import('@/lib/tenants/platform')
  const { ensurePerson } = await import('@/lib/accounts/platform')
  const { mint } = await import('@/lib/kernel/mint')
  const { openInbox } = await import('@/lib/inboxes/open-inbox')
  const tenant = await ensureTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })
  const ada = await ensurePerson({ email: 'ada@mnexa.ai', name: 'Ada' })
  const caller = mint.member('owner', inGoodStanding(tenant), {
    userId: ada.id,
    email: ada.email,
    name: 'Ada',
  })
  const open = async (localPart: string): Promise<Place> => {
    const { id, address } = await openInbox(caller, { localPart })
    return { tenantId: tenant.id, inboxId: id, address }
  }
  return { caller, large: await open('large'), small: await open('small') }
}

/** How PostgreSQL does each call, once: what a function of its own asks comes before the statement that calls it. */
async function showPlans(calls: InboxCall[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  client.on('notice', ({ message }) => console.log(`  | ${message}`))
  for (const call of calls) {
    console.log(`\n== ${call.what}`)
    for (const plan of await explained(client, () => call.act(0))) console.log(plan)
  }
  await client.end()
}
