import { Prisma, type Environment, type Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { planLimits, type PlanName } from '@/lib/tenants/plans'
import { effectiveLimits, noPolicy, type Policy } from './effective-limits'
import { limitNames, type Limits } from './fields'

export const policyOf = (workspace: Policy): Policy =>
  Object.fromEntries(limitNames.map((name) => [name, workspace[name]])) as Policy

interface Held extends Standing {
  limits: Limits
}

/**
 * What holds for a tenant at this moment: read with the act, in its transaction, so that an edit holds for the very next
 * act of every process. Works in the tenant's own transaction and as the platform role. @throws AppError not_found
 */
export async function limitsOf(tx: Tx, tenantId: string): Promise<Held> {
  const standing = await standingOf(tx, tenantId)
  return { ...standing, limits: effectiveLimits(planLimits(standing.plan), standing.policy) }
}

interface Standing {
  plan: PlanName
  suspended: boolean
  /** what it is held to: its workspace's */
  policy: Policy
  workspace: Policy & { slug: string; name: string; environment: Environment }
}

// Only what every act asks: lists and rules of mail can be long.
const facts = Prisma.raw(
  ['slug', 'name', 'environment', ...limitNames].map((name) => `'${name}', w."${name}"`).join(', '),
)

/**
 * The tenant and its workspace in one statement: between two, a move could take away the workspace that the first had
 * seen, and with it the tenant's sight of it. The platform's own tenant obeys no workspace, and nobody suspends it: what
 * it carries is everybody's. `more` are columns of the workspace `w` beside, which are null for it. @throws AppError not_found
 */
export async function standingOf<More extends object = object>(
  tx: Tx,
  tenantId: string,
  more: Prisma.Sql = Prisma.sql`null`,
): Promise<Standing & { more: More | null }> {
  const [found] = await tx.$queryRaw<(Omit<Standing, 'policy'> & { obeys: boolean; more: More | null })[]>`
    select t.plan::text as plan, t.kind = 'customer' as obeys, jsonb_build_object(${facts}) as workspace,
           t.kind = 'customer' and t."suspendedAt" is not null as suspended,
           case when t.kind = 'customer' then ${more} end as more
      from "Tenant" t join "Workspace" w on w.id = t."workspaceId" where t.id = ${tenantId}::uuid`
  if (!found) throw new AppError('not_found')
  const { obeys, ...standing } = found
  return { ...standing, policy: obeys ? policyOf(standing.workspace) : noPolicy }
}
