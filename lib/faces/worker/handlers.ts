import { RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { reconcileDomain } from '@/lib/domains/reconcile-domain'
import { sweepOrphans } from '@/lib/domains/sweep-domains'
import { env } from '@/lib/kernel/env'
import type { Handlers, Job } from '@/lib/kernel/jobs'
import { mint } from '@/lib/kernel/mint'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { settleForgottenClaims } from '@/lib/sending/platform'
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
]

/** No call to the mail network takes longer than ten seconds: what is claimed for a minute is nobody's any more. */
export function settleClaims(): Promise<number> {
  return settleForgottenClaims(new Date(Date.now() - 60_000))
}
