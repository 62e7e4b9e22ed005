import { SIGN_IN_LINK, SYSTEM_MAIL, TIDY } from '@/lib/accounts/jobs'
import { SEAL } from '@/lib/audit/jobs'
import { READY, RECONCILE, SWEEP } from '@/lib/domains/jobs'
import { TIDY_CALLS } from '@/lib/faces/rest/idempotency/jobs'
import { TIDY_TOKENS } from '@/lib/inboxes/jobs'
import { REMOVE_OBJECTS, SWEEP_OBJECTS } from '@/lib/messages/objects/jobs'
import {
  PROCESS_NOTIFICATION,
  SWEEP_NOTIFICATIONS,
  TIDY_NOTIFICATIONS,
} from '@/lib/messages/notifications/jobs'
import { TIDY_STRAY } from '@/lib/messages/stray/jobs'
import { RETAIN } from '@/lib/messages/retention/jobs'
import { RUN_BATCHES, RUN_PROVISION, SWEEP_PROVISIONS, TIDY_PROVISIONING } from '@/lib/provisioning/jobs'
import { SETTLE_CLAIMS } from '@/lib/sending/jobs'
import { PLAN_CHANGED, PREPARE_STREAM, SUSPENSION_OVER } from '@/lib/tenants/jobs'
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
  // Every minute: one that did not end is not waited for by the next.
  { name: REMOVE_OBJECTS.name, retryLimit: 0, policy: 'short' as const },
  { name: SWEEP_OBJECTS.name, retryLimit: 1 },
  { name: TIDY_STRAY.name, retryLimit: 2, retryBackoff: true },
  { name: PLAN_CHANGED.name, notify: true, retryLimit: 20, retryBackoff: true },
  { name: SUSPENSION_OVER.name, notify: true, retryLimit: 0, policy: 'short' as const },
  { name: SIGN_IN_LINK.name, notify: true, retryLimit: 10, retryDelay: 1, retryBackoff: true },
  { name: TIDY.name, retryLimit: 0 },
  { name: TIDY_CALLS.name, retryLimit: 0 },
  { name: TIDY_TOKENS.name, retryLimit: 0 },
  // For about a day: storage may be away for hours, and the mail network keeps its copy meanwhile.
  {
    name: PROCESS_NOTIFICATION.name,
    // A worker says that it lives while it is at one: what it held when it died waits no longer than this.
    heartbeatSeconds: 15,
    expireInSeconds: 180,
    notify: true,
    retryLimit: 160,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 600,
  },
  { name: SWEEP_NOTIFICATIONS.name, retryLimit: 0 },
  { name: TIDY_NOTIFICATIONS.name, retryLimit: 0 },
  { name: TELL_USAGE.name, notify: true, retryLimit: 10, retryBackoff: true },
  { name: SWEEP_USAGE.name, retryLimit: 0 },
  { name: TIDY_USAGE.name, retryLimit: 0 },
  { name: THIN_REQUESTS.name, retryLimit: 0 },
  { name: RETAIN.name, retryLimit: 3, retryDelay: 60, retryBackoff: true },
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
