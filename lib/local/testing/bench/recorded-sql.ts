import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}
type Query = (this: pg.Client, ...args: unknown[]) => unknown

/** Every statement that `act` sends to PostgreSQL, by whatever library, in its order. */
export async function recorded(act: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: Query }
  const original = prototype.query
  prototype.query = function (...args) {
    const [what, values] = args as [string | { text: string; values?: unknown[] }, unknown]
    const text = typeof what === 'string' ? what : what.text
    const given = typeof what === 'string' ? values : (what.values ?? values)
    statements.push({ text, values: Array.isArray(given) ? given : [] })
    return original.apply(this, args)
  }
  try {
    await act()
  } finally {
    prototype.query = original
  }
  return statements
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
