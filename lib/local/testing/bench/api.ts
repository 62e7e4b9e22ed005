import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import pg from 'pg'
import { inGoodStanding } from '../../in-good-standing'
import { measure, table } from './measure'
import { recorded, replay, type Statement } from './recorded-sql'
import { startProduct } from './started-product'

/**
 * `npm run bench:api`: an authenticated read and a write through REST, beside a bare route of the same server that
 * answers a constant, and beside the very statements of the two on the same database, without the rest. One run, one
 * machine; what generates the load takes its share of it.
 */
const LANES = 16
const MS = Number(process.env.BENCH_MS ?? 8_000)
const product = await startProduct({
  API_RATE_PER_KEY: '100000000',
  PLAN_LIMITS: '{"pro":{"requestsPerMinute":null},"enterprise":{"requestsPerMinute":null}}',
})
try {
  await bench()
} finally {
  const { disconnect } = await import('@/lib/kernel/db/client')
  const { closePool } = await import('@/lib/kernel/db/pool')
  const { closeJobs } = await import('@/lib/kernel/jobs')
  await closeJobs()
  await disconnect()
  await closePool()
  await product.stop()
}

async function bench() {
  const { secret, domainId } = await prepare()
  const agent = new Agent({ keepAlive: true, maxSockets: LANES })
  const bearer = { authorization: `Bearer ${secret}` }
  const http = (method: string, path: string, headers: () => Record<string, string>) => () =>
    ask(agent, new URL(path, product.url.replace('localhost', '127.0.0.1')), method, headers())
  const path = `/api/v1/domains/${domainId}`

  const bare = await measure(
    'a bare route that answers a constant',
    LANES,
    MS,
    http('GET', '/api/health/live', () => ({})),
  )
  const get = await measure(
    'GET  /api/v1/domains/{id}, by key',
    LANES,
    MS,
    http('GET', path, () => bearer),
  )
  const post = await measure(
    ...(['POST /api/v1/domains/{id}/check, by key, Idempotency-Key', LANES, MS] as const),
    http('POST', `${path}/check`, () => ({ ...bearer, 'idempotency-key': randomUUID() })),
  )
  agent.destroy()
  const sqlOfGet = await statementsAlone('the same SQL as the GET, alone', secret, 'GET', path)
  const sqlOfPost = await statementsAlone('the same SQL as the POST, alone', secret, 'POST', `${path}/check`)
  console.log(
    `\n${LANES} connections, ${MS / 1000} s each, ${process.version}\n${table([bare, get, sqlOfGet, post, sqlOfPost])}`,
  )
}

/** A domain whose set-up is over, and a key that may read and check it. */
async function prepare() {
  const { ensureTenant } = await import('@/lib/tenants/platform')
  const { ensurePerson } = await import('@/lib/accounts/platform')
  const { mint } = await import('@/lib/kernel/mint')
  const { addDomain } = await import('@/lib/domains/add-domain')
  const { showDomain } = await import('@/lib/domains/show-domain')
  const { createKey } = await import('@/lib/credentials/create-key')
  const tenant = await ensureTenant({ slug: 'mnexa', name: 'Mnexa', kind: 'customer' })
  const ada = await ensurePerson({ email: 'ada@mnexa.ai', name: 'Ada' })
  const owner = mint.member('owner', inGoodStanding(tenant), {
    userId: ada.id,
    email: ada.email,
    name: 'Ada',
  })
  const { id } = await addDomain(owner, { name: 'bench.mnexa.ai' })
  while (!(await showDomain(owner, { id })).records.some((r) => r.group === 'dkim'))
    await new Promise((resolve) => setTimeout(resolve, 200))
  const scopes = ['domains.read', 'domains.check']
  const { secret } = await createKey(owner, { name: 'bench', scopes })
  return { secret: secret!, domainId: id }
}

function ask(agent: Agent, url: URL, method: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${method} ${url.pathname}: ${response.statusCode}`)),
      )
      response.once('error', reject)
    })
    sent.once('error', reject)
    sent.end()
  })
}

/** Runs the call once in this process to learn its statements, then only those. */
async function statementsAlone(what: string, secret: string, method: string, path: string) {
  const { handleRest } = await import('@/lib/faces/rest/handle')
  const key = randomUUID()
  const headers = { authorization: `Bearer ${secret}`, ...(method === 'POST' && { 'idempotency-key': key }) }
  const call = (idempotencyKey = key) =>
    handleRest(
      new Request(new URL(path, product.url), {
        method,
        headers: { ...headers, ...(method === 'POST' && { 'idempotency-key': idempotencyKey }) },
      }),
    )
  // What only a first call asks for, such as the tenant's data key, is not measured.
  await call(randomUUID())
  const statements = await recorded(() => call())
  const rowId = await rowIdOf(key)
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: LANES })
  const fresh = () => randomUUID()
  try {
    return await measure(`${what} (${counted(statements)})`, LANES, MS, async () => {
      const client = await pool.connect()
      try {
        await replay(client, statements, rowId ? { key, rowId, fresh } : undefined)
      } finally {
        client.release()
      }
    })
  } finally {
    await pool.end()
  }
}

async function rowIdOf(key: string): Promise<string | undefined> {
  const { asPlatform } = await import('@/lib/kernel/platform')
  return (await asPlatform((tx) => tx.idempotentCall.findFirst({ where: { key }, select: { id: true } })))?.id
}

function counted(statements: Statement[]): string {
  return `${statements.length} statements`
}
