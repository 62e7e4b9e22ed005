import type { Tx } from '@/lib/kernel/db/client'

// RFC 5321 4.5.3.1.1
const LONGEST = 64

/**
 * The first address of a tenant's own that nothing of it has: `agent@`, else `agent-2@` and on. In a transaction
 * that holds the tenant's inboxes.
 */
export async function freeAddress(
  tx: Tx,
  tenantId: string,
  { localPart, domain }: { localPart: string; domain: string },
): Promise<string> {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `-${n}`
    const address = `${localPart.slice(0, LONGEST - suffix.length)}${suffix}@${domain}`
    if ((await tx.inboxAddress.count({ where: { tenantId, address } })) === 0) return address
  }
}
