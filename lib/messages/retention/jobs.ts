import type { Job } from '@/lib/kernel/jobs'

/** Nightly: deletes mail that was kept for its days. night.ts knows the time as well. */
export const RETAIN: Job<object> = { name: 'messages.retain', cron: '40 1 * * *' }
