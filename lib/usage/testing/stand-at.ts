import type { TestDatabase } from '@/lib/local/testing/database'

/** Ten past twelve UTC of this day: far from where a minute, an hour or a day ends. */
export const TEN_PAST = new Date(`${new Date().toISOString().slice(0, 10)}T12:10:00Z`)

/** From now on it is that moment wherever windows are cut, so that none begins anew while a test runs. */
export const standAt = ({ ask }: TestDatabase, at: Date | string = TEN_PAST): Promise<unknown> =>
  ask(`create or replace function usage_time() returns timestamptz language sql volatile
         as $$ select timestamptz '${new Date(at).toISOString()}' $$`)
