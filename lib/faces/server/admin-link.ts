import { parseEmail } from '@/lib/accounts/invites/parse-email'
import { makeAdminLink } from '@/lib/accounts/sign-in/platform'
import { platformTenantId } from '@/lib/audit/platform'
import { mint } from '@/lib/kernel/mint'

/**
 * A link that makes whoever opens it the platform's admin, once, within an hour: how the first one gets in, while no
 * mail can leave yet. For whoever may run programs on the server.
 * @throws AppError email_malformed
 */
export async function adminLink(email: string): Promise<{ url: string; expiresAt: Date }> {
  const caller = mint.worker(await platformTenantId(), { door: 'server' })
  return makeAdminLink(caller, parseEmail(email))
}
