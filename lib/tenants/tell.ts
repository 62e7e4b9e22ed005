import { announceAll } from '@/lib/kernel/live'

/** Open pages of the tenant are drawn again: what it may do, or how much, is another now. After the commit. */
export async function tellTenant(tenantId: string): Promise<void> {
  await announceAll(['tenants', 'usage'].map((noun) => ({ tenantId, noun, id: tenantId })))
}
