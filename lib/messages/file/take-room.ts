import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { isUuid } from '@/lib/kernel/ids'
import { reserve } from '@/lib/usage/reserve'
import { reach } from '../read/message'

/**
 * Room for those of the named messages that were held without any: they count from here on.
 * @throws AppError limit_reached when it does not suffice for all of them
 */
export async function takeRoom(tx: Tx, caller: TenantCaller, ids: readonly string[]): Promise<void> {
  const { tenantId } = caller
  const uncounted = {
    ...{ tenantId, counted: false },
    messages: { some: { AND: [reach(caller), { id: { in: ids.filter(isUuid) } }] } },
  }
  const { _sum } = await tx.rawMessage.aggregate({ where: uncounted, _sum: { size: true } })
  if (!_sum.size) return
  await reserve(tx, 'storageBytes', { tenantId, n: _sum.size })
  await tx.rawMessage.updateMany({ where: uncounted, data: { counted: true } })
}
