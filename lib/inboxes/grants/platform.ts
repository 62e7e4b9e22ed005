import { asPlatform } from '@/lib/kernel/platform'

// A statement that deletes more would hold its locks for long.
const BATCH = 1_000

/** Drops tokens that open nothing any more, of every tenant: nobody in particular runs this. */
export async function tidyTokens(): Promise<number> {
  let dropped = 0
  for (let count = BATCH; count === BATCH; dropped += count)
    count = await asPlatform(
      (tx) => tx.$executeRaw`
        delete from "GrantToken" where id in (
          select id from "GrantToken" where "expiresAt" < now() limit ${BATCH} for update skip locked)`,
    )
  return dropped
}
