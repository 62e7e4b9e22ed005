import type { Tx } from '@/lib/kernel/db/client'
import { allPlans, nextPlan } from '@/lib/tenants/plans'
import { heldNames, limitFields, meteredNames, type MeteredName } from './fields'
import { standingOf } from './limits-of'
import { holdOf, meterOf } from './meter'
import { periodOf } from './period'
import { usageTime } from './usage-time'
import type { UsageView } from './view'

/** What a tenant used in the window of a time. */
export async function usedIn(tx: Tx, tenantId: string, name: MeteredName, now: Date): Promise<number> {
  const period = periodOf(limitFields[name].window, now)
  const row = await tx.usage.findUnique({
    where: { tenantId_kind_period: { tenantId, kind: name, period } },
    select: { used: true },
  })
  return Number(row?.used ?? 0)
}

/**
 * How a tenant stands at all its limits. Works in the tenant's own transaction and as the platform role.
 * @throws AppError not_found
 */
export async function readUsage(tx: Tx, tenantId: string): Promise<UsageView> {
  const now = await usageTime(tx)
  const { plan, suspended, policy, workspace } = await standingOf(tx, tenantId)
  const windows = meteredNames.map((kind) => ({ kind, period: periodOf(limitFields[kind].window, now) }))
  const rows = await tx.usage.findMany({ where: { tenantId, OR: windows } })
  return {
    ...{ plan, nextPlan: nextPlan(plan), workspace: workspace.name },
    ...{ suspended, at: now.toISOString() },
    meters: meteredNames.map((name) => {
      const used = Number(rows.find(({ kind }) => kind === name)?.used ?? 0)
      return meterOf(name, { plans: allPlans(), plan, policy, used, now })
    }),
    holds: heldNames.map((name) => holdOf(name, { plans: allPlans(), plan, policy })),
  }
}
