import type { Tx } from '@/lib/kernel/db/client'

/** The database's clock, as windows of limits are cut from it: a function of its own, so that a test can stand at midnight. */
export async function usageTime(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select usage_time() as now`
  if (!row) throw new Error('The database did not tell its time.')
  return row.now
}
