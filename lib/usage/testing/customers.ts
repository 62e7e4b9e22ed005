import type { Customer, TestProduct } from '@/lib/local/testing/product'
import type { PlanName } from '@/lib/tenants/plans'
import type { Policy } from '../effective-limits'

/** Customers in workspaces of their own, whose policies are set by hand. */
export function customersOf({ database, newCustomer }: TestProduct, prefix: string) {
  let made = 0
  const ask = <R extends object>(sql: string, values: unknown[] = []) => database.ask<R>(sql, values)

  /** What is left out stays as it is. */
  async function setPolicy({ tenant }: Customer, policy: Partial<Policy>): Promise<void> {
    for (const [name, value] of Object.entries(policy))
      await ask(`update "Workspace" set "${name}" = $2 where slug = $1`, [tenant.slug, value])
  }

  async function customer(policy: Partial<Policy> = {}, plan: PlanName = 'pro'): Promise<Customer> {
    const who = await newCustomer(`${prefix}-${++made}`)
    await ask(`insert into "Workspace" (slug, name) values ($1, $1)`, [who.tenant.slug])
    await ask(
      `update "Tenant" t set plan = $2::"Plan", "workspaceId" = w.id from "Workspace" w where w.slug = t.slug and t.id = $1`,
      [who.tenant.id, plan],
    )
    await setPolicy(who, policy)
    return who
  }

  return { ask, customer, setPolicy }
}
