import { pool } from './db/pool'
import { hashSecret } from './ids'

export interface Rate {
  /** whose: hashed before it is kept, so it may be an address */
  of: string
  /** how many at once, and within `per` */
  limit: number
  /** milliseconds */
  per: number
}

export interface Taken {
  ok: boolean
  /** whose limit is the tightest */
  of: string
  /** what is left of the tightest limit */
  remaining: number
  limit: number
  /** milliseconds of its window */
  per: number
  /** seconds until it is whole again, or when refused, until the next request may come */
  reset: number
}

/**
 * Takes one out of every limit, or out of none when one of them is used up: the generic cell rate algorithm
 * (ITU-T I.371), in one statement on the database's clock, so that all processes share it.
 */
export async function takeRate(rates: Rate[]): Promise<Taken> {
  const asked = rates.map((rate) => ({
    ...rate,
    key: hashSecret(rate.of),
    step: rate.per / rate.limit / 1000,
  }))
  const values = [asked.map((a) => a.key), asked.map((a) => a.step), asked.map((a) => a.per / 1000)]
  let rows = await take(values)
  if (rows.length < asked.length) {
    await pool().query(
      // In one order everywhere: two calls that make the same two rows crosswise would wait for each other.
      `insert into "RateLimit" (key, tat) select key, clock_timestamp() from unnest($1::text[]) key order by key on conflict do nothing`,
      [values[0]],
    )
    rows = await take(values)
  }
  const outcomes = asked.map((a) => ({ ...a, ...rows.find((row) => row.key === a.key)! }))
  const ok = outcomes.every((o) => o.allowed)
  // `debt`: seconds by which the next arrival lies ahead of now, this one included.
  const told = outcomes.map(({ of, limit, per, step, debt, allowed }) => ({
    ...{ ok, of, limit, per },
    remaining: ok ? Math.max(0, Math.floor((per / 1000 - debt) / step + 1e-6)) : 0,
    reset: Math.max(1, Math.ceil(ok ? debt : debt - per / 1000)),
    allowed,
  }))
  const [tightest] = ok
    ? told.toSorted((a, b) => a.remaining - b.remaining)
    : told.filter((t) => !t.allowed).toSorted((a, b) => b.reset - a.reset)
  const { allowed: _, ...taken } = tightest!
  return taken
}

const take = async (values: unknown[]) =>
  (
    await pool().query<{ key: string; allowed: boolean; debt: number }>(
      // A count that a power cut loses harms nobody: its commit does not wait for the disk.
      `with quick as materialized (select set_config('synchronous_commit', 'off', true)),
            asked as (select * from unnest($1::text[], $2::float8[], $3::float8[]) as a(key, step, per)),
            held as (select r.key, a.step, a.per, greatest(r.tat, clock_timestamp()) + make_interval(secs => a.step) as tat
                       from "RateLimit" r join asked a using (key) order by r.key for update of r),
            seen as (select key, tat, extract(epoch from tat - clock_timestamp())::float8 as debt,
                            tat <= clock_timestamp() + make_interval(secs => per) + interval '1 ms' as allowed from held),
            moved as (update "RateLimit" r set tat = s.tat from seen s
                       where r.key = s.key and (select bool_and(allowed) and count(*) = (select count(*) from asked) from seen))
       select key, allowed, debt from seen, quick`,
      values,
    )
  ).rows
