import type { Tx } from '@/lib/kernel/db/client'
import type { OpenedView } from '../view'

// Whoever provisions for others is in none of the tenants, so what was opened is read as the platform.

/**
 * Inboxes of a tenant by their ids, those that are open, each with the grant that it was opened with while that one is
 * not revoked. In a transaction of the platform.
 */
export async function openedIn(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, OpenedView>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.inbox.findMany({
    where: { tenantId, id: { in: [...ids] }, closedAt: null },
    select: {
      ...{ id: true, address: true },
      grants: { where: { isFirst: true, revokedAt: null }, select: { id: true } },
    },
  })
  return new Map(
    rows.map(({ id, address, grants: [grant] }) => [id, { id, address, grantId: grant?.id ?? null }]),
  )
}
