import { planLimits, planNames } from '@/lib/tenants/plans'
import { limitFields, limitNames, type LimitName } from '@/lib/usage/fields'
import type { WorkspaceRow } from '../workspace'
import { ceilingOf } from './ceilings'
import { mailOf } from './mail/mail-of'
import { lastRevision } from './platform'
import type { PolicyFieldView, PolicyView } from './view'

/** A workspace's policy with the bounds of each field. */
export async function policyViewOf(row: WorkspaceRow): Promise<PolicyView> {
  const last = await lastRevision(row.id, row.policyVersion)
  return {
    version: row.policyVersion,
    changedBy: last?.changedBy ?? null,
    changedAt: last?.createdAt.toISOString() ?? null,
    fields: limitNames.map((name) => ({ ...describe(name), value: row[name] })),
    mail: mailOf(row),
  }
}

function describe(name: LimitName): Omit<PolicyFieldView, 'value'> {
  const { label, unit, window, counts, givesBack, least } = limitFields[name]
  const plans = Object.fromEntries(planNames.map((plan) => [plan, planLimits(plan)[name]]))
  return {
    ...{ name, label, unit, window, counts, givesBack, least },
    ceiling: ceilingOf(name),
    plans: plans as PolicyFieldView['plans'],
  }
}
