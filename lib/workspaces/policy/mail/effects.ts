import { planNames, type PlanName } from '@/lib/tenants/plans'
import { refuseBothWays } from './both-ways'
import type { MailChangeView, MailPolicyView } from './view'
import { mailChanges } from './words'

/** What would be different of mail, and for tenants of which plans. @throws AppError invalid_input */
export function mailEffects(
  before: MailPolicyView,
  proposed: Partial<MailPolicyView>,
): (MailChangeView & { plans: readonly PlanName[] })[] {
  const after = { ...before, ...proposed }
  refuseBothWays(after)
  return mailChanges(before, after).map((change) => ({
    ...change,
    plans: change.name === 'poolsFreeTenants' ? (['free'] as const) : planNames,
  }))
}
