import { randomUUID } from 'node:crypto'
import pg from 'pg'

type Row = Record<string, unknown>
interface Rows {
  table: string
  rows: Row[]
}

/** What one message left: a row or some of each table, as they stand. */
export async function rowsOf(superUrl: string, messageId: string): Promise<Rows[]> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const rows = async (table: string, which: string) => ({
    table,
    rows: (
      await client.query<{ row: Row }>(
        `select to_jsonb(x) as row from "${table}" x, "Message" m where m.id = $1 and x."tenantId" = m."tenantId" and ${which}`,
        [messageId],
      )
    ).rows.map(({ row }) => row),
  })
  const found = [
    await rows('RawMessage', 'x.id = m."rawId"'),
    await rows('Thread', 'x.id = m."threadId"'),
    await rows('ThreadRef', 'x."threadId" = m."threadId"'),
    await rows('Message', 'x.id = m.id'),
    await rows('MessageText', 'x.id = m.id'),
  ]
  await client.end()
  return found
}

/**
 * Inserts the same rows over and over, for whom it is told, under ids of their own: one transaction each, a statement a
 * table, prepared, as the application's role.
 */
export async function bareInserts(lanes: number, sample: Rows[]) {
  const clients = Array.from(
    { length: lanes },
    () => new pg.Client({ connectionString: process.env.DATABASE_URL }),
  )
  // One that breaks fails the next insert; without a listener it would end the process before it says why.
  for (const client of clients) client.on('error', () => undefined)
  await Promise.all(clients.map((client) => client.connect()))
  const values = sample.map(({ table, rows }) => ({ name: table, json: JSON.stringify(rows) }))
  return {
    async insert(lane: number, { tenantId, inboxId }: { tenantId: string; inboxId: string }): Promise<void> {
      const client = clients[lane]!
      const [id, rawId, threadId] = [randomUUID(), randomUUID(), randomUUID()]
      const own = { tenantId, inboxId, rawId, threadId, key: `bench/${rawId}`, deliveryId: id }
      const ids: Record<string, Row> = {
        RawMessage: { id: rawId },
        Thread: { id: threadId },
        Message: { id },
        MessageText: { id },
      }
      await client.query('begin')
      await client.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
      for (const { name, json } of values)
        await client.query({
          name,
          text: `insert into "${name}" select r.* from jsonb_array_elements($1::jsonb) with ordinality e(was, n), jsonb_populate_record(
                   null::"${name}", e.was || $2::jsonb || case when '${name}' = 'ThreadRef' then jsonb_build_object('id', uuidv7(), 'ref', e.was->>'ref' || n || $3) else '{}' end) r`,
          values: [json, { ...own, ...ids[name] }, id],
        })
      await client.query('commit')
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}
