import { escapeIdentifier, withClient } from '@/prisma/sql'

/** Every table of every schema with its rows as text: what somebody who stole a dump would have. */
const dumped = (superUrl: string): Promise<{ name: string; rows: string[] }[]> =>
  withClient(superUrl, async (c) => {
    const { rows: tables } = await c.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const found = []
    for (const { schema, name } of tables) {
      const table = `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
      const { rows } = await c.query<{ t: string }>(`select t::text as t from ${table} t`)
      found.push({ name, rows: rows.map(({ t }) => t) })
    }
    return found
  })

/** The tables with a row that has the text. */
export const tablesWith = async ({ superUrl }: { superUrl: string }, text: string): Promise<string[]> =>
  (await dumped(superUrl))
    .filter(({ rows }) => rows.some((row) => row.includes(text)))
    .map(({ name }) => name)

/** All of it as one text. */
export const dumpOf = async ({ superUrl }: { superUrl: string }): Promise<string> =>
  (await dumped(superUrl)).flatMap(({ rows }) => rows).join('\n')

/** The ways in which a text may stand in a dump: as it is, and as bytes in hex or base64. */
export const shapesOf = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('hex'),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]
