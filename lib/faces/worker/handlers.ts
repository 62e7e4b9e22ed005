import { SIGN_IN_LINK, SYSTEM_MAIL, TIDY } from '@/lib/accounts/jobs'
import { tidyAccounts } from '@/lib/accounts/platform'
import { mailLink } from '@/lib/accounts/sign-in/platform'
import { SEAL } from '@/lib/audit/jobs'
import { sealTrails } from '@/lib/audit/sealing/platform'
import { RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { sweepOrphans } from '@/lib/domains/sweep-domains'
import { TIDY_CALLS } from '@/lib/faces/rest/idempotency/jobs'
import { tidyCalls } from '@/lib/faces/rest/idempotency/platform'
import { env } from '@/lib/kernel/env'
import type { Handlers, Job } from '@/lib/kernel/jobs'
import { mint } from '@/lib/kernel/mint'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { settleForgottenClaims } from '@/lib/sending/platform'
import { sendSystemMail } from '@/lib/sending/send-system-mail'
import { PREPARE_STREAM } from '@/lib/tenants/jobs'
import { prepareStream } from '@/lib/tenants/prepare-stream'

const on = <D extends object>(
  job: Job<D>,
  concurrency: number,
  handle: (data: D) => Promise<unknown>,
): Handlers[number] => ({
  job,
  concurrency,
  handle: async (data) => void (await handle(data as D)),
})

/** What each kind of job calls. */
export const handlers: Handlers = [
  on(RECONCILE, 4, ({ tenantId, id }) => reconcileDomain(mint.worker(tenantId), { id })),
  on(SWEEP, 1, () => sweepOrphans(env().AWS_REGION)),
  on(PREPARE_STREAM, 2, ({ tenantId }) => prepareStream(mint.worker(tenantId), {})),
  on(SETTLE_CLAIMS, 1, settleClaims),
  on(SEAL, 1, () => sealTrails()),
  on(SIGN_IN_LINK, 2, ({ id }) => mailLink(id)),
  on(SYSTEM_MAIL, 2, ({ tenantId, id }) => sendSystemMail(mint.worker(tenantId), id)),
  on(TIDY, 1, tidyAccounts),
  on(TIDY_CALLS, 1, tidyCalls),
]

/** No call to the mail network takes longer than ten seconds: what is claimed for a minute is nobody's any more. */
export function settleClaims(): Promise<number> {
  return settleForgottenClaims(new Date(Date.now() - 60_000))
}
