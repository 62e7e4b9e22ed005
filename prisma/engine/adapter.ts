import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import { randomUUID } from 'node:crypto'
import { DatabaseError, type QueryResult } from 'pg'
import { escapeIdentifier, withClient, withDatabase } from '../sql'

/**
 * How the schema engine reaches PostgreSQL: through `pg`, with shadow databases that are made and dropped here.
 * The engine leaves connections open, its advisory lock on one of them: `close` ends them all.
 */
export function engineAdapter(url: string) {
  const opened: SqlDriverAdapter[] = []
  const noted = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting
    opened.push(adapter)
    return adapter
  }
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => noted(connect(url)),
    connectToShadowDb: () => noted(connectToShadow(url)),
  }
  const close = async () => {
    for (const adapter of opened.reverse()) await adapter.dispose()
  }
  return { adapter: bindMigrationAwareSqlAdapterFactory(factory), close }
}

type PrismaPgAdapter = Awaited<ReturnType<PrismaPg['connect']>>

async function connect(url: string, afterwards?: () => Promise<unknown>): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg({ connectionString: url, max: 2, allowExitOnIdle: true }).connect()
  const pool = adapter.underlyingDriver()
  readCatalogLetters(adapter)
  return Object.assign(adapter, {
    // The adapter's own version splits at every semicolon, and so breaks functions and DO blocks. Sent as one piece
    // the script is also one transaction: it applies whole or not at all.
    executeScript: (script: string) => pool.query(script).then(ignore, rethrow),
    dispose: once(async () => {
      await pool.end()
      await afterwards?.()
    }),
  })
}

/**
 * The adapter refuses the catalog's one-letter type "char" (pg_type 18), which the engine asks for as a character:
 * let it read a text, and name the column's type afterwards.
 */
function readCatalogLetters(adapter: PrismaPgAdapter) {
  const letters = new WeakMap<unknown[], number[]>()
  const pool = adapter.underlyingDriver()
  const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<QueryResult>
  const readAsText = async (...input: unknown[]) => {
    const result = await query(...input)
    // A script of several statements answers with several results, which nobody reads.
    if (Array.isArray(result)) return result
    const found = result.fields.flatMap(({ dataTypeID }, column) => (dataTypeID === 18 ? column : []))
    for (const column of found) Object.assign(result.fields[column] ?? {}, { dataTypeID: 25 })
    letters.set(result.rows, found)
    return result
  }
  pool.query = readAsText as typeof pool.query

  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (asked) => {
    const answer = await queryRaw(asked)
    for (const column of letters.get(answer.rows) ?? []) answer.columnTypes[column] = ColumnTypeEnum.Character
    return answer
  }
}

async function connectToShadow(url: string): Promise<SqlDriverAdapter> {
  const name = `letterhead_shadow_${randomUUID().slice(0, 8)}`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${escapeIdentifier(name)}`))
  const drop = () =>
    withClient(url, (client) => client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`))
  return connect(withDatabase(url, name), drop)
}

function rethrow(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error
  throw new DriverAdapterError({
    kind: 'postgres',
    code: error.code ?? 'XX000',
    severity: error.severity ?? 'ERROR',
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
    originalCode: error.code,
    originalMessage: error.message,
  })
}

const ignore = () => undefined

function once<T>(work: () => T): () => T {
  let result: { value: T } | undefined
  return () => (result ??= { value: work() }).value
}
