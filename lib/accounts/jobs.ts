import type { Job } from '@/lib/kernel/jobs'

/** Mail of the product itself waits to leave. */
export const SYSTEM_MAIL: Job<{ tenantId: string; id: string }> = { name: 'accounts.system_mail' }
