import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { planLimits } from '@/lib/tenants/plans'
import { effectiveLimits } from '@/lib/usage/effective-limits'
import type { Limits } from '@/lib/usage/fields'
import { standingOf } from '@/lib/usage/limits-of'
import { mailOf } from '@/lib/workspaces/policy/mail/mail-of'
import type { MailPolicy } from './decide/types'

// What a message is decided by. The platform's own tenant has none of it, and is held to what is so by default.
const columns = Prisma.raw(
  `jsonb_build_object(${['spamSensitivity', 'blockedTypes', 'allowedSenders', 'blockedSenders', 'rules']
    .map((name) => `'${name}', w."${name}"`)
    .join(', ')})`,
)

/**
 * What holds for mail to a tenant at this moment: read with the act, in its transaction, so that an edit holds for the very
 * next message of every process. Works in the tenant's own transaction and as the platform role. @throws AppError not_found
 */
export async function mailPolicyOf(
  tx: Tx,
  tenantId: string,
): Promise<{ policy: MailPolicy; limits: Limits }> {
  const { plan, policy, more } = await standingOf(tx, tenantId, columns)
  const { spamSensitivity, blockedTypes, allowedSenders, blockedSenders, rules } = mailOf(more)
  return {
    policy: { spamSensitivity, blockedTypes, allowedSenders, blockedSenders, rules },
    limits: effectiveLimits(planLimits(plan), policy),
  }
}
