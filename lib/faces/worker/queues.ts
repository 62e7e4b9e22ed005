import { RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { PREPARE_STREAM } from '@/lib/tenants/jobs'

/** The queues that exist: the owner makes them when migrations are applied. */
export const queues = [
  { name: RECONCILE.name, notify: true, retryLimit: 5, retryBackoff: true },
  { name: SWEEP.name, retryLimit: 1 },
  { name: PREPARE_STREAM.name, notify: true, retryLimit: 20, retryBackoff: true },
  { name: SETTLE_CLAIMS.name, retryLimit: 0 },
]
