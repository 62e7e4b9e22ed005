import type { Job } from '@/lib/kernel/jobs'

/** Somebody asked for a link to sign in. */
export const SIGN_IN_LINK: Job<{ id: string }> = { name: 'accounts.sign_in_link' }

/** Mail of the product itself waits to leave. */
export const SYSTEM_MAIL: Job<{ tenantId: string; id: string }> = { name: 'accounts.system_mail' }

/** Every minute: ends what waited too long, and drops what is of no use any more. */
export const TIDY: Job<object> = { name: 'accounts.tidy', cron: '* * * * *' }
