import type { Tx } from '@/lib/kernel/db/client'
import type { OpenedView } from '../view'

// Whoever provisions or opens for others is in none of the tenants, so what was opened is read as the platform.

/** Inboxes of a tenant by their ids, each with the grant that it was opened with. In a transaction of the platform. */
export async function openedIn(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, OpenedView>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.inbox.findMany({
    where: { tenantId, id: { in: [...ids] } },
    select: {
      id: true,
      address: true,
      // No grant is ever deleted, so the oldest stays the one it was opened with.
      grants: { select: { id: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 1 },
    },
  })
  return new Map(
    rows.flatMap(({ id, address, grants: [grant] }) =>
      grant ? [[id, { id, address, grantId: grant.id }] as const] : [],
    ),
  )
}
