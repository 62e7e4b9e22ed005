import type { Tx } from '@/lib/kernel/db/client'

export async function isPlatformTenant(tx: Tx, tenantId: string): Promise<boolean> {
  const row = await tx.tenant.findUnique({ where: { id: tenantId }, select: { kind: true } })
  return row?.kind === 'platform'
}
