import type { Tx } from './client'

/** The database's clock: the one that deadlines run on, whatever the clocks of the processes say. */
export async function databaseTime(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select clock_timestamp() as now`
  if (!row) throw new Error('The database did not tell its time.')
  return row.now
}
