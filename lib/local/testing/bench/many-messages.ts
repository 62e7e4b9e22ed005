import pg from 'pg'
import { wordsOf } from '@/lib/messages/words/words-of'

export const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 1_000_000)
const TENANTS = 200
const INBOXES_EACH = 5
const SENDERS = 5_000
// Of which a message draws sixty, the n-th as often as natural language has it (Zipf).
const WORDS = 30_000

export interface Place {
  tenantId: string
  inboxId: string
  address: string
}

/** Who wrote the n-th most. */
export const senderOf = (n: number) => ({
  name: `Writer ${n}`,
  address: `writer-${n}@firm-${n % 700}.example`,
})
/** The n-th most frequent word: short ones, as in any language. */
export const wordOf = (n: number) => [...String(n)].map((digit) => 'bakedonuts'[Number(digit)]).join('')

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
  const places = [large, small, ...(await others(client))]
  await client.query(
    'insert into bench_place select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])',
    [
      places.map((_, n) => n),
      ...(['tenantId', 'inboxId', 'address'] as const).map((name) => places.map((place) => place[name])),
      places.map((place) =>
        wordsOf({ ...nothing, inboxId: place.inboxId, recipient: place.address }).join(' '),
      ),
    ],
  )
  await client.query(
    'insert into bench_sender select * from unnest($1::int[], $2::text[], $3::text[], $4::text[])',
    [...senderColumns(Array.from({ length: SENDERS }, (_, n) => n))],
  )
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

const nothing = {
  subject: '',
  from: [],
  replyTo: [],
  to: [],
  cc: [],
  envelopeFrom: '',
  recipient: '',
  attachments: [],
  text: '',
}

function senderColumns(ns: number[]) {
  const senders = ns.map((n) => senderOf(n))
  const words = senders.map((one) =>
    wordsOf({ ...nothing, inboxId: '', from: [one] }).filter((word) => word !== 'inbox:'),
  )
  return [
    ns,
    senders.map(({ name }) => name),
    senders.map(({ address }) => address),
    words.map((list) => list.join(' ')),
  ]
}

async function others(client: pg.Client): Promise<Place[]> {
  const { rows } = await client.query<Place>(`
    with tenant as (
      insert into "Tenant" (slug, name, "workspaceId", environment, plan, assignment)
        select 'firm-' || n, 'Firm ' || n, w.id, w.environment, 'enterprise', 'fallback'
          from generate_series(1, ${TENANTS}) n join "Workspace" w on w.slug = 'default' returning id, slug),
    inbox as (
      insert into "Inbox" ("tenantId", name, address, "createdBy")
        select id, 'Box ' || k, 'box-' || k || '@' || slug || '.example', 'Bench' from tenant, generate_series(1, ${INBOXES_EACH}) k
        returning id, "tenantId", address),
    named as (insert into "InboxAddress" ("tenantId", "inboxId", address, kind) select "tenantId", id, address, 'primary' from inbox)
    select "tenantId", id as "inboxId", address from inbox`)
  return rows
}

const tables = `
  create function bench_word(n int) returns text language sql immutable
    return translate(n::text, '0123456789', 'bakedonuts');
  create unlogged table bench_place (place int primary key, "tenantId" uuid, "inboxId" uuid, address text, words text);
  create unlogged table bench_sender (sender int primary key, name text, address text, words text);
  create unlogged table bench_mail (n int, place int, sender int, id uuid, at timestamptz, words text[], chosen text[])`

/** Draws a stretch of them. What has \`n\` in it is drawn for each one anew. */
const mails = (from: number, to: number) => `
  insert into bench_mail
  select n, case when n % 2 = 0 then 0 when n % 1000 = 1 then 1 else 2 + abs(hashint4(n)) % ${TENANTS * INBOXES_EACH} end,
         exp(random() * ln(${SENDERS}))::int - 1, uuidv7(at - now()), at,
         (select array_agg(bench_word(exp(random() * ln(${WORDS}))::int)) from generate_series(1, 60 + 0 * n)),
         array_remove(array['ticket' || n, 'order' || n / 1000,
           case when n % 14 = 0 or n % 2000 = 2 then 'amber' end, case when n % 14 = 2 or n % 2000 = 2 then 'cobalt' end,
           case when n < ${MESSAGES / 5} then 'velvet' end, case when n % 8 < 2 and n % 3 = 0 then 'file:yes' end], null)
    from generate_series(${from}, ${to}) n
    cross join lateral (select date_trunc('milliseconds', now() - (${MESSAGES} - n) * (interval '730 days' / ${MESSAGES})) as at) t`

/** Conversations are of three, within an inbox. */
const standing = `
  alter table bench_mail add column thread uuid;
  create unlogged table bench_thread as
    select n, first_value(id) over (partition by place, k order by n) as thread
      from (select n, place, id, (row_number() over (partition by place order by n) - 1) / 3 as k from bench_mail) m;
  create unlogged table bench_new as
    select m.n, m.place, m.sender, m.id, m.at, m.words, m.chosen, t.thread from bench_mail m join bench_thread t using (n) order by n;
  drop table bench_mail, bench_thread;
  alter table bench_new rename to bench_mail;
  analyze bench_mail;
  insert into "Thread" (id, "tenantId", "inboxId", "createdAt")
    select m.id, p."tenantId", p."inboxId", m.at from bench_mail m join bench_place p using (place) where m.id = m.thread;
  insert into "RawMessage" (id, "tenantId", key, size, sha256)
    select m.id, p."tenantId", 'tenants/' || p."tenantId" || '/' || to_char(m.at, 'YYYY-MM-DD') || '/' || m.id || '.eml', 20000, md5(m.n::text)
      from bench_mail m join bench_place p using (place) order by m.n`

const messages = `
  insert into "Message" (id, "tenantId", "inboxId", "threadId", "rawId", "deliveryId", folder, "receivedAt", "trashedAt", "readAt",
                         "envelopeFrom", recipient, "fromName", "fromAddress", subject, snippet, people, "messageId", size, attachments,
                         "hasFiles", verdicts, markers, reasons)
  select m.id, p."tenantId", p."inboxId", m.thread, m.id, m.n::text, f.folder, m.at, case when f.folder = 'trash' then m.at end,
         case when m.n % 20 <> 4 then m.at end, s.address, p.address, s.name, s.address, array_to_string(m.words[1:5], ' '),
         array_to_string(m.words[1:40], ' '), jsonb_build_object('to', jsonb_build_array(jsonb_build_object('name', '', 'address', p.address)), 'cc', '[]'::jsonb, 'replyTo', '[]'::jsonb),
         m.id || '@firm.example', 20000,
         case when 'file:yes' = any(m.chosen) then '[{"index":0,"name":"offer.pdf","type":"application/pdf","size":14000,"inline":false,"contentId":null}]' else '[]' end::jsonb,
         'file:yes' = any(m.chosen),
         '{"spf":{"result":"pass","domain":"firm.example","says":"firm.example lets this server send its mail."},"dkim":{"result":"pass","domain":"firm.example","says":"Signed by firm.example, and unchanged since."},"dmarc":{"result":"pass","domain":"firm.example","says":"firm.example vouches for the sender."}}',
         '{}', '[]'
    from bench_mail m join bench_place p using (place) join bench_sender s using (sender)
    cross join lateral (select case when m.n % 100 in (6, 7, 26, 27, 46, 47) then 'spam' when m.n % 100 in (8, 9) then 'trash' when m.n % 100 in (10, 11) then 'quarantine' else 'inbox' end::"MessageFolder" as folder) f
   order by m.n`

const texts = `
  insert into "MessageText" (id, "tenantId", words)
  select m.id, p."tenantId", array_to_tsvector(m.words || m.chosen || string_to_array(p.words || ' ' || s.words, ' ')
           || (select array_agg('subject:' || word) from unnest(m.words[1:5]) word))
    from bench_mail m join bench_place p using (place) join bench_sender s using (sender) order by m.n`

const counts = `
  insert into "InboxCount" ("tenantId", "inboxId", folder, total, unread)
    select "tenantId", "inboxId", folder, count(*), count(*) filter (where "readAt" is null) from "Message" group by 1, 2, 3;
  insert into "Usage" ("tenantId", kind, period, used)
    select "tenantId", 'storageBytes', 'always', sum(size) from "RawMessage" group by 1`
