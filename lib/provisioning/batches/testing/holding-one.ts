import type { TestDatabase } from '@/lib/local/testing/database'
import { withClient } from '@/prisma/sql'

/** Somebody holds the last line of a batch meanwhile: however fast its workers are, it does not end before. */
export const holdingOne = <T>(
  { superUrl }: TestDatabase,
  batchId: string,
  meanwhile: () => Promise<T>,
): Promise<T> =>
  withClient(superUrl, async (client) => {
    await client.query('begin')
    await client.query(
      `select 1 from "BatchItem" where "batchId" = $1 and state = 'waiting' order by seq desc limit 1 for update skip locked`,
      [batchId],
    )
    const came = await meanwhile()
    await client.query('commit')
    return came
  })
