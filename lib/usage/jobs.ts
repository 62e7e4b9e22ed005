import type { Job } from '@/lib/kernel/jobs'
import type { MeteredName } from './fields'

/**
 * A tenant may have come close to a limit, or to all of it: whoever handles it looks how it is by then. `refused`: something
 * did not fit into what is left, which is as good as nothing left.
 */
export const TELL_USAGE: Job<{ tenantId: string; name: MeteredName; refused?: boolean }> = {
  name: 'usage.tell',
}

/** Hourly: finds those who are close to a limit without an act of theirs, because a limit was tightened. */
export const SWEEP_USAGE: Job<object> = { name: 'usage.sweep', cron: '7 * * * *' }

/** Hourly: of the minutes of requests, keeps the busiest of each hour that is over. */
export const THIN_REQUESTS: Job<object> = { name: 'usage.thin', cron: '27 * * * *' }

/** Nightly: holds the counters of what stands against what stands. */
export const CHECK_COUNTERS: Job<object> = { name: 'usage.check', cron: '47 2 * * *' }

/** Daily: drops what was counted in windows that nobody asks for any more. */
export const TIDY_USAGE: Job<object> = { name: 'usage.tidy', cron: '17 3 * * *' }
