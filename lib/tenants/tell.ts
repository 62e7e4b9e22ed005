import { announce } from '@/lib/kernel/live'

/** Open pages of the tenant are drawn again: what it may do, or how much, is another now. After the commit. */
export async function tellTenant(tenantId: string): Promise<void> {
  await announce({ tenantId, noun: 'tenants', id: tenantId })
  await announce({ tenantId, noun: 'usage', id: tenantId })
}
