import { SIGN_IN_LINK, SYSTEM_MAIL, TIDY } from '@/lib/accounts/jobs'
import { SEAL } from '@/lib/audit/jobs'
import { READY, RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { TIDY_CALLS } from '@/lib/faces/rest/idempotency/jobs'
import { RUN_BATCHES, RUN_PROVISION, SWEEP_PROVISIONS, TIDY_PROVISIONING } from '@/lib/provisioning/jobs'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { PREPARE_STREAM } from '@/lib/tenants/jobs'
import { CHECK_COUNTERS, SWEEP_USAGE, TELL_USAGE, THIN_REQUESTS, TIDY_USAGE } from '@/lib/usage/jobs'

/** The queues that exist: the owner makes them when migrations are applied. */
export const queues = [
  { name: RECONCILE.name, notify: true, retryLimit: 5, retryBackoff: true },
  { name: SWEEP.name, retryLimit: 1 },
  { name: READY.name, notify: true, retryLimit: 20, retryBackoff: true },
  { name: RUN_PROVISION.name, notify: true, retryLimit: 20, retryBackoff: true },
  { name: SWEEP_PROVISIONS.name, retryLimit: 0 },
  { name: TIDY_PROVISIONING.name, retryLimit: 0 },
  // One waits at most: whoever takes it works on all batches there are.
  { name: RUN_BATCHES.name, notify: true, retryLimit: 0, policy: 'short' as const },
  { name: PREPARE_STREAM.name, notify: true, retryLimit: 20, retryBackoff: true },
  { name: SIGN_IN_LINK.name, notify: true, retryLimit: 10, retryDelay: 1, retryBackoff: true },
  { name: TIDY.name, retryLimit: 0 },
  { name: TIDY_CALLS.name, retryLimit: 0 },
  { name: TELL_USAGE.name, notify: true, retryLimit: 10, retryBackoff: true },
  { name: SWEEP_USAGE.name, retryLimit: 0 },
  { name: TIDY_USAGE.name, retryLimit: 0 },
  { name: THIN_REQUESTS.name, retryLimit: 0 },
  { name: CHECK_COUNTERS.name, retryLimit: 2, retryBackoff: true },
  // Until the mail is of no use any more, which its handler knows; a week of five-minute steps is longer than any.
  {
    name: SYSTEM_MAIL.name,
    notify: true,
    retryLimit: 2_100,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
  },
  { name: SETTLE_CLAIMS.name, retryLimit: 0 },
  { name: SEAL.name, retryLimit: 0 },
]
