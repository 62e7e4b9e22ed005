import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'

export const UNMASKED = 'message.unmasked'

/**
 * Which of these messages the caller sees as they are: its own people and programs all of them, staff those that they asked to, in
 * this very access. The record of that is what lets them.
 */
export async function clearFor(
  tx: Tx,
  caller: TenantCaller,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caller.kind !== 'visitor') return new Set(ids)
  if (!caller.credential || ids.length === 0) return new Set()
  const rows = await tx.auditEvent.findMany({
    where: {
      ...{ tenantId: caller.tenantId, actorId: caller.userId, action: UNMASKED },
      ...{ credentialId: caller.credential.id, subjectId: { in: [...ids] } },
    },
    select: { subjectId: true },
  })
  return new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))
}
