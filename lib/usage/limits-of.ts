import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { planLimits, type PlanName } from '@/lib/tenants/plans'
import { effectiveLimits, type Policy } from './effective-limits'
import { limitNames, type Limits } from './fields'

/** The columns of a workspace that are its policy. */
export const policyColumns = Object.fromEntries(limitNames.map((name) => [name, true])) as Record<
  keyof Limits,
  true
>

export const policyOf = (workspace: Policy): Policy =>
  Object.fromEntries(limitNames.map((name) => [name, workspace[name]])) as Policy

/**
 * What holds for a tenant at this moment: read with the act, in its transaction, so that an edit holds for the very next
 * act of every process. Works in the tenant's own transaction and as the platform role. @throws AppError not_found
 */
export async function limitsOf(tx: Tx, tenantId: string): Promise<{ plan: PlanName; limits: Limits }> {
  const tenant = await tx.tenant.findUnique({
    where: { id: tenantId },
    select: { plan: true, workspace: { select: policyColumns } },
  })
  if (!tenant) throw new AppError('not_found')
  return { plan: tenant.plan, limits: effectiveLimits(planLimits(tenant.plan), policyOf(tenant.workspace)) }
}
