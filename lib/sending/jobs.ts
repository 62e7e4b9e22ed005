import type { Job } from '@/lib/kernel/jobs'

/** Every minute: tells claims that nobody will finish any more. */
export const SETTLE_CLAIMS: Job<object> = { name: 'sending.settle_claims', cron: '* * * * *' }
