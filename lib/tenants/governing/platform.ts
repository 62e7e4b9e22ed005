import { randomUUID } from 'node:crypto'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { policyOf } from '@/lib/usage/limits-of'
import { readUsage } from '@/lib/usage/read-usage'
import { compareLimits } from '../compare-limits'
import { findTenant, holdTenant, type TenantRow } from '../hold-tenant'
import { PLAN_CHANGED, SUSPENSION_OVER } from '../jobs'
import type { PlanName } from '../plans'
import { tellTenant } from '../tell'
import type { LimitChangeView } from '../view'

// Who governs a tenant is in none, so its row is written as the platform.

/** From the commit on, every act that begins in it is refused unless it reads. @throws AppError not_found */
export const suspend = (caller: Actor, slug: string, reason: string): Promise<TenantRow> =>
  change(caller, slug, 'tenant.suspended', async (tx, held) =>
    held.suspendedFor === reason
      ? null
      : { suspendedAt: held.suspendedAt ?? (await databaseTime(tx)), suspendedFor: reason },
  )

/** @throws AppError not_found */
export const reactivate = (caller: Actor, slug: string): Promise<TenantRow> =>
  change(caller, slug, 'tenant.reactivated', (_, held) =>
    held.suspendedAt ? { suspendedAt: null, suspendedFor: null } : null,
  )

/** @throws AppError not_found */
export const setPlanOf = (caller: Actor, slug: string, plan: PlanName): Promise<TenantRow> =>
  change(caller, slug, 'tenant.plan_changed', (_, held) => (held.plan === plan ? null : { plan }))

/** @throws AppError not_found */
export const rename = (caller: Actor, slug: string, name: string): Promise<TenantRow> =>
  change(caller, slug, 'tenant.renamed', (_, held) => (held.name === name ? null : { name }))

type Facts = Pick<Prisma.TenantUpdateInput, 'name' | 'plan' | 'suspendedAt' | 'suspendedFor'>

/** One change at a time, in the trail with what was before. What is so already is no act. */
async function change(
  caller: Actor,
  slug: string,
  action: string,
  decide: (tx: Tx, held: TenantRow) => Promise<Facts | null> | Facts | null,
): Promise<TenantRow> {
  const row = await asPlatform(async (tx) => {
    const held = await holdTenant(tx, { slug })
    const data = await decide(tx, held)
    if (!data) return held
    const { id: tenantId } = held
    const changed = await tx.tenant.update({
      where: { id: tenantId },
      data: { ...data, ...('suspendedAt' in data && tokensEnd()) },
      include: { workspace: true },
    })
    const facts = Object.keys(data) as (keyof Facts)[]
    const of = (tenant: TenantRow) => Object.fromEntries(facts.map((fact) => [fact, tenant[fact]]))
    await recordAct(tx, caller, {
      ...{ tenantId, action, before: of(held), after: of(changed) },
      subject: { type: 'tenant', id: tenantId, label: changed.name },
    })
    if (data.plan) await enqueue(tx, PLAN_CHANGED, { tenantId })
    if (data.suspendedAt === null) await enqueue(tx, SUSPENSION_OVER, {})
    return changed
  })
  await tellTenant(row.id)
  return row
}

/**
 * Of all its inboxes, for ever, in this one row: none that is held while it is suspended opens anything afterwards. Also when it
 * is reactivated: a mint that began before the suspension may have ended after it.
 */
const tokensEnd = () => ({ incarnation: randomUUID() })

/** What another plan changes, by the numbers of this moment. @throws AppError not_found */
export const comparePlan = (slug: string, plan: PlanName) =>
  asPlatform(async (tx): Promise<{ from: PlanName; limits: LimitChangeView[] }> => {
    const tenant = await findTenant(tx, { slug })
    const policy = policyOf(tenant.workspace)
    const { meters, holds } = await readUsage(tx, tenant.id)
    return { from: tenant.plan, limits: compareLimits([...meters, ...holds], { plan, policy }) }
  })
