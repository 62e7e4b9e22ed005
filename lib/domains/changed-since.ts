import type { TenantCaller } from '@/lib/kernel/caller'
import { MINUTE } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'

/** Ids of the caller's domains that changed after a stream's cursor (milliseconds since 1970); none without a cursor. */
export async function changedSince(caller: TenantCaller, cursor: string | null): Promise<string[]> {
  const since = Number(cursor)
  if (!cursor || !Number.isFinite(since)) return []
  // A second back, for clocks and for what committed while the stream broke; an hour at most.
  const from = new Date(Math.max(since - 1_000, Date.now() - 60 * MINUTE))
  const rows = await asTenant(caller, (tx) =>
    tx.domain.findMany({
      where: { tenantId: caller.tenantId, updatedAt: { gte: from } },
      select: { id: true },
      take: 200,
    }),
  )
  return rows.map((row) => row.id)
}
