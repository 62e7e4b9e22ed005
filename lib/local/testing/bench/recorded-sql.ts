import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}
type Query = (this: pg.Client, ...args: unknown[]) => unknown

/**
 * Every statement that `act` sends to PostgreSQL, by whatever library: transaction by transaction, in the order they
 * began, since those that ran beside each other on several connections cannot be mixed on one.
 */
export async function recorded(act: () => Promise<unknown>): Promise<Statement[]> {
  const transactions: Statement[][] = []
  const open = new Map<pg.Client, Statement[]>()
  const add = (client: pg.Client, statement: Statement) => {
    const under = open.get(client)
    if (under) under.push(statement)
    else transactions.push([statement])
    if (/^\s*(begin|start)\b/i.test(statement.text)) open.set(client, transactions.at(-1)!)
    if (/^\s*(commit|rollback)\b/i.test(statement.text)) open.delete(client)
  }
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (...args) {
    const [what, values] = args as [string | { text: string; values?: unknown[] }, unknown]
    const text = typeof what === 'string' ? what : what.text
    const given = typeof what === 'string' ? values : (what.values ?? values)
    add(this, { text, values: Array.isArray(given) ? given : [] })
    return original.apply(this, args)
  }
  try {
    await act()
  } finally {
    prototype.query = original
  }
  return transactions.flat()
}

/**
 * The same statements once more, on one connection. `idempotent` is what has to be another one each time: the key of the
 * recorded call, and the id that the database gave its row.
 */
export async function replay(
  client: pg.PoolClient,
  statements: Statement[],
  idempotent?: { key: string; rowId: string; fresh: () => string },
): Promise<void> {
  const key = idempotent?.fresh()
  let rowId: string | undefined
  for (const { text, values } of statements) {
    const now = values.map((value) => {
      if (idempotent && value === idempotent.key) return key
      return idempotent && value === idempotent.rowId ? (rowId ?? value) : value
    })
    const { rows } = await client.query<{ id?: string }>({ text, values: now })
    if (key !== undefined && now.includes(key)) rowId = rows[0]?.id
  }
}

/** How PostgreSQL does each query of `act`, as the same role in the same kind of transaction; nothing is kept. */
export async function explained(client: pg.Client, act: () => Promise<unknown>): Promise<string[]> {
  const plans: string[] = []
  for (const { text, values } of await recorded(act)) {
    const reads =
      /^[\s(]*(select|with)\b/i.test(text) && !/set_config|usage_time|clock_timestamp\(\) as now/.test(text)
    const { rows } = await client.query<Record<string, string>>({
      text: reads ? `explain (analyze, buffers) ${text}` : text.replace(/^\s*commit\b/i, 'rollback'),
      values,
    })
    if (reads) plans.push(`${text.trim()}\n\n${rows.map((row) => row['QUERY PLAN']).join('\n')}\n`)
  }
  return plans
}
