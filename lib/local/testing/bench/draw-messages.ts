import { OTHERS, SENDERS } from './make-places'

export const MESSAGES = Number(process.env.BENCH_MESSAGES ?? 1_000_000)
// Of which a message draws sixty, the n-th as often as natural language has it (Zipf).
const WORDS = 30_000

/** What is drawn lies here until it is inserted. */
export const tables = `
  create function bench_word(n int) returns text language sql immutable
    return translate(n::text, '0123456789', 'bakedonuts');
  create unlogged table bench_place (place int primary key, "tenantId" uuid, "inboxId" uuid, address text, words text);
  create unlogged table bench_sender (sender int primary key, name text, address text, words text);
  create unlogged table bench_mail (n int, place int, sender int, id uuid, at timestamptz, words text[], chosen text[])`

/** Draws a stretch of them. What has `n` in it is drawn for each one anew. */
export const mails = (from: number, to: number) => `
  insert into bench_mail
  select n, case when n % 2 = 0 then 0 when n % 1000 = 1 then 1 else 2 + abs(hashint4(n)) % ${OTHERS} end,
         exp(random() * ln(${SENDERS}))::int - 1, uuidv7(at - now()), at,
         (select array_agg(bench_word(exp(random() * ln(${WORDS}))::int)) from generate_series(1, 60 + 0 * n)),
         array_remove(array['ticket' || n, 'order' || n / 1000,
           case when n % 14 = 0 or n % 2000 = 2 then 'amber' end, case when n % 14 = 2 or n % 2000 = 2 then 'cobalt' end,
           case when n < ${MESSAGES / 5} then 'velvet' end, case when n % 8 < 2 and n % 3 = 0 then 'file:yes' end], null)
    from generate_series(${from}, ${to}) n
    cross join lateral (select date_trunc('milliseconds', now() - (${MESSAGES} - n) * (interval '730 days' / ${MESSAGES})) as at) t`

/** Conversations are of three, within an inbox. */
export const standing = `
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
