import pg from 'pg'
import { MESSAGES, mails, standing, tables } from './draw-messages'
import { counts, messages, texts } from './insert-messages'
import { makePlaces, type Place } from './make-places'

/**
 * Half of all messages lie in `large`, a thousandth in `small`, the others in a thousand inboxes of two hundred tenants, all
 * in the order they came over two years. Beside the drawn words some have chosen ones: `amber` and `cobalt` a seventh each
 * and hardly one both, `velvet` the oldest fifth and nobody else, `order…` five hundred of the large inbox at once, `ticket…`
 * one. What of the words is a sender's, a recipient's or an inbox's is as words-of.ts makes it. Indexes are made afterwards, and
 * triggers rest: what they count is counted at the end.
 */
export async function seedManyMessages(superUrl: string, large: Place, small: Place): Promise<void> {
  const clients = await Promise.all([1, 2].map(() => connected(superUrl)))
  const [client] = clients as [pg.Client, pg.Client]
  const both = (texts: string[]) =>
    Promise.all(
      clients.map(async (one, i) => {
        for (const text of texts.filter((_, at) => at % 2 === i)) await one.query(text)
      }),
    )
  await client.query(tables)
  await makePlaces(client, large, small)
  const quarters = Array.from({ length: 4 }, (_, i) => [(MESSAGES * i) / 4, (MESSAGES * (i + 1)) / 4 - 1])
  await both(quarters.map(([from, to]) => mails(from!, to!)))
  await client.query(standing)
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as made from pg_index i join pg_class c on c.oid = i.indexrelid
      where i.indrelid in ('"Message"'::regclass, '"MessageText"'::regclass) and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        and not exists (select from pg_depend d where d.refobjid = i.indexrelid)
      order by pg_get_indexdef(i.indexrelid) not like '%gin%'`,
  )
  for (const { name } of indexes) await client.query(`drop index "${name}"`)
  await both([messages, texts])
  await both(indexes.map(({ made }) => made))
  await client.query('drop table bench_mail, bench_place, bench_sender')
  await client.query(counts)
  await client.query('vacuum (analyze)')
  for (const one of clients) await one.end()
}

async function connected(superUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  await client.query(
    `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set work_mem = '256MB'; select setseed(0.5)`,
  )
  return client
}
