import type pg from 'pg'

const functions = ['search_words', 'newest_messages']

/**
 * From here on the functions that ask in their owner's name tell the plan of what they ask, as a notice to whoever calls
 * them: they are the same, with an EXPLAIN before it. It has to be said of them that they do more than read.
 */
export async function tellInsidePlans(superuser: pg.Client): Promise<void> {
  const { rows } = await superuser.query<{ made: string }>(
    'select pg_get_functiondef(oid) as made from pg_proc where proname = any($1)',
    [functions],
  )
  for (const { made } of rows) {
    const told = made
      .replace(/\bSTABLE\b/, 'VOLATILE')
      .replace(
        /RETURN QUERY EXECUTE([^;]*);/,
        (asks, what: string) =>
          `DECLARE line text; BEGIN FOR line IN EXECUTE 'EXPLAIN (ANALYZE, BUFFERS) ' || ${what} LOOP RAISE NOTICE '%', line; END LOOP; END; ${asks}`,
      )
    await superuser.query(told)
  }
}
