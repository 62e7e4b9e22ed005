import type { Environment, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { planLimits, type PlanName } from '@/lib/tenants/plans'
import { effectiveLimits, type Policy } from './effective-limits'
import { limitNames, type Limits } from './fields'

export const policyOf = (workspace: Policy): Policy =>
  Object.fromEntries(limitNames.map((name) => [name, workspace[name]])) as Policy

interface Held {
  plan: PlanName
  policy: Policy
  limits: Limits
}

/**
 * What holds for a tenant at this moment: read with the act, in its transaction, so that an edit holds for the very next
 * act of every process. Works in the tenant's own transaction and as the platform role. @throws AppError not_found
 */
export async function limitsOf(tx: Tx, tenantId: string): Promise<Held> {
  const { plan, workspace } = await standingOf(tx, tenantId)
  const policy = policyOf(workspace)
  return { plan, policy, limits: effectiveLimits(planLimits(plan), policy) }
}

interface Standing {
  plan: PlanName
  suspended: boolean
  workspace: Policy & { slug: string; name: string; environment: Environment }
}

/**
 * The tenant and its workspace in one statement: between two, a move could take away the workspace that the first had
 * seen, and with it the tenant's sight of it. @throws AppError not_found
 */
export async function standingOf(tx: Tx, tenantId: string): Promise<Standing> {
  const [found] = await tx.$queryRaw<Standing[]>`
    select t.plan::text as plan, t."suspendedAt" is not null as suspended, to_jsonb(w) as workspace
      from "Tenant" t join "Workspace" w on w.id = t."workspaceId" where t.id = ${tenantId}::uuid`
  if (!found) throw new AppError('not_found')
  return found
}
