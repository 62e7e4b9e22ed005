import { escapeIdentifier, withClient } from '@/prisma/sql'

/** Every cell of every table of every schema, as somebody who stole a dump would have them. */
export function dumpOf(url: string): Promise<string> {
  return withClient(url, async (c) => {
    const { rows } = await c.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const parts: string[] = []
    for (const { schema, name } of rows) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
      const cells = await c.query<{ t: string }>(`select t::text as t from ${table} t`)
      parts.push(...cells.rows.map(({ t }) => t))
    }
    return parts.join('\n')
  })
}

/** The ways in which a text may stand in a dump: as it is, and as bytes in hex or base64. */
export const shapesOf = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]
