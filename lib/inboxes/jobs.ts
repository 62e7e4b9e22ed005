import type { Job } from '@/lib/kernel/jobs'

/** Drops tokens of grants that have expired. */
export const TIDY_TOKENS: Job<object> = { name: 'inboxes.tidy_tokens', cron: '41 2 * * *' }
