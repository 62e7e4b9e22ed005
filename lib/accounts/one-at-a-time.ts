import type { Tx } from '@/lib/kernel/db/client'

/**
 * Waits until no other transaction holds the same name, and holds it to the end of this one: what is counted then is
 * exact, also for clicks at the same time.
 */
export async function oneAtATime(tx: Tx, name: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))::text`
}
