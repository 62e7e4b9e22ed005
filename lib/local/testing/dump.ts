import { escapeIdentifier, withClient } from '@/prisma/sql'
import type { TestDatabase } from './database'

/** The tables with a cell that has the text: what somebody who stole a dump could search. */
export const tablesWith = (database: TestDatabase, text: string): Promise<string[]> =>
  withClient(database.superUrl, async (c) => {
    const { rows } = await c.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found: string[] = []
    for (const { schema, name } of rows) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
      const { rowCount } = await c.query(`select from ${table} t where t::text like '%' || $1 || '%'`, [text])
      if (rowCount) found.push(name)
    }
    return found
  })
