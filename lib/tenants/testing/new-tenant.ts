import { ensurePerson } from '@/lib/accounts/platform'
import { mint } from '@/lib/kernel/mint'
import { inGoodStanding } from '@/lib/local/in-good-standing'
import type { Customer, TestProduct } from '@/lib/local/testing/product'
import { createTenant } from '../create-tenant'

type Wish = Omit<Parameters<typeof createTenant>[1], 'slug' | 'name' | 'ownerEmail'>

/** A customer as an admin makes one, with an owner and a member in it. On `pro`, unless said otherwise. */
export async function newTenant(product: TestProduct, slug: string, wish: Wish = {}): Promise<Customer> {
  const tenant = inGoodStanding(await createTenant(product.admin, { plan: 'pro', ...wish, slug, name: slug }))
  const join = async (role: 'owner' | 'member') => {
    const who = { email: `${role}@${slug}.dev`, name: `${slug} ${role}` }
    const { id } = await ensurePerson({ ...who, memberOf: { tenantId: tenant.id, role } })
    return mint.member(role, tenant, { userId: id, ...who })
  }
  return { tenant, owner: await join('owner'), member: await join('member'), worker: mint.worker(tenant.id) }
}
