import type { Job } from '@/lib/kernel/jobs'

/** Nightly: deletes what nobody asked for in time. */
export const TIDY_STRAY: Job<object> = { name: 'messages.tidy_stray', cron: '37 3 * * *' }
