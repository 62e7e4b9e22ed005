import type { Job } from '@/lib/kernel/jobs'

/** Every quarter of an hour: drops answers that nobody may ask for again. */
export const TIDY_CALLS: Job<object> = { name: 'rest.tidy', cron: '*/15 * * * *' }
