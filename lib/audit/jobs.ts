import type { Job } from '@/lib/kernel/jobs'

/** Seals what every tenant did; it comes every minute. */
export const SEAL: Job<object> = { name: 'audit.seal', cron: '* * * * *' }
