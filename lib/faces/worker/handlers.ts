import { SIGN_IN_LINK, SYSTEM_MAIL, TIDY } from '@/lib/accounts/jobs'
import { tidyAccounts } from '@/lib/accounts/platform'
import { mailLink } from '@/lib/accounts/sign-in/platform'
import { SEAL } from '@/lib/audit/jobs'
import { platformTenantId } from '@/lib/audit/platform'
import { sealTrails } from '@/lib/audit/sealing/platform'
import { READY, RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { sweepOrphans } from '@/lib/domains/sweep-domains'
import { TIDY_CALLS } from '@/lib/faces/rest/idempotency/jobs'
import { tidyCalls } from '@/lib/faces/rest/idempotency/platform'
import { dedicateShared } from '@/lib/inboxes/pool/dedicate'
import { tidyTokens } from '@/lib/inboxes/grants/platform'
import { TIDY_TOKENS } from '@/lib/inboxes/jobs'
import { env } from '@/lib/kernel/env'
import type { Handlers, Job } from '@/lib/kernel/jobs'
import { mint } from '@/lib/kernel/mint'
import { REMOVE_OBJECTS, SWEEP_OBJECTS } from '@/lib/messages/objects/jobs'
import { removeObjects } from '@/lib/messages/objects/platform'
import { sweepObjects } from '@/lib/messages/objects/sweep/platform'
import {
  PROCESS_NOTIFICATION,
  SWEEP_NOTIFICATIONS,
  TIDY_NOTIFICATIONS,
} from '@/lib/messages/notifications/jobs'
import { sweepNotifications, tidyNotifications } from '@/lib/messages/notifications/platform'
import { processNotification } from '@/lib/messages/notifications/process-notification'
import { TIDY_STRAY } from '@/lib/messages/stray/jobs'
import { tidyStray } from '@/lib/messages/stray/platform'
import { RETAIN } from '@/lib/messages/retention/jobs'
import { retain } from '@/lib/messages/retention/run/platform'
import { letInWaiting } from '@/lib/messages/waiting/platform'
import { runBatches } from '@/lib/provisioning/batches/run/platform'
import { RUN_BATCHES, RUN_PROVISION, SWEEP_PROVISIONS, TIDY_PROVISIONING } from '@/lib/provisioning/jobs'
import { runProvision, runWhatWaitedFor, sweepProvisions } from '@/lib/provisioning/tenants/steps/platform'
import { tidyProvisioning } from '@/lib/provisioning/tidy/platform'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { settleForgottenClaims } from '@/lib/sending/platform'
import { sendSystemMail } from '@/lib/sending/send-system-mail'
import { PLAN_CHANGED, PREPARE_STREAM, SUSPENSION_OVER } from '@/lib/tenants/jobs'
import { prepareStream } from '@/lib/tenants/prepare-stream'
import { sweepUsage, tellUsage } from '@/lib/tenants/usage-notice/platform'
import { checkCounters } from '@/lib/usage/checking/platform'
import { CHECK_COUNTERS, SWEEP_USAGE, TELL_USAGE, THIN_REQUESTS, TIDY_USAGE } from '@/lib/usage/jobs'
import { thinRequests, tidyUsage } from '@/lib/usage/platform'

const on = <D extends object>(
  job: Job<D>,
  concurrency: number,
  handle: (data: D) => Promise<unknown>,
  ofOne?: number,
): Handlers[number] => ({
  job,
  concurrency,
  ...(ofOne !== undefined && { ofOne }),
  handle: async (data) => void (await handle(data as D)),
})

/** What each kind of job calls. */
export const handlers: Handlers = [
  on(RECONCILE, 4, ({ tenantId, id }) => reconcileDomain(mint.worker(tenantId), { id })),
  on(SWEEP, 1, () => sweepOrphans(env().AWS_REGION)),
  on(READY, 2, runWhatWaitedFor),
  on(RUN_PROVISION, 2, ({ id }) => runProvision(id)),
  on(SWEEP_PROVISIONS, 1, () => sweepProvisions()),
  on(RUN_BATCHES, 1, () => runBatches()),
  on(TIDY_PROVISIONING, 1, tidyProvisioning),
  on(PREPARE_STREAM, 2, ({ tenantId }) => prepareStream(mint.worker(tenantId), {})),
  on(TIDY_STRAY, 1, tidyStray),
  on(PLAN_CHANGED, 2, ({ tenantId }) => dedicateShared(mint.worker(tenantId))),
  on(SUSPENSION_OVER, 1, async () => letInWaiting(mint.worker(await platformTenantId()))),
  on(SETTLE_CLAIMS, 1, settleClaims),
  on(SEAL, 1, () => sealTrails()),
  on(SIGN_IN_LINK, 2, ({ id }) => mailLink(id)),
  on(SYSTEM_MAIL, 2, ({ tenantId, id }) => sendSystemMail(mint.worker(tenantId), id)),
  on(TIDY, 1, tidyAccounts),
  on(TIDY_CALLS, 1, tidyCalls),
  on(TIDY_TOKENS, 1, tidyTokens),
  on(REMOVE_OBJECTS, 1, removeObjects),
  on(SWEEP_OBJECTS, 1, () => sweepObjects()),
  // Those of one tenant wait for each other at its storage: a lane is left for the rest.
  on(PROCESS_NOTIFICATION, 4, ({ id }) => processNotification(id), 3),
  on(SWEEP_NOTIFICATIONS, 1, () => sweepNotifications()),
  on(TIDY_NOTIFICATIONS, 1, tidyNotifications),
  on(TELL_USAGE, 2, ({ tenantId, name, refused }) => tellUsage(tenantId, name, refused)),
  on(SWEEP_USAGE, 1, sweepUsage),
  on(TIDY_USAGE, 1, tidyUsage),
  on(THIN_REQUESTS, 1, thinRequests),
  on(RETAIN, 1, async () => retain(mint.worker(await platformTenantId()))),
  on(CHECK_COUNTERS, 1, async () => checkCounters(mint.worker(await platformTenantId()))),
]

/** No call to the mail network takes longer than ten seconds: what is claimed for a minute is nobody's any more. */
export function settleClaims(): Promise<number> {
  return settleForgottenClaims(new Date(Date.now() - 60_000))
}
