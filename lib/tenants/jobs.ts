import type { Job } from '@/lib/kernel/jobs'

/** A new tenant's stream is made ahead of its first domain. */
export const PREPARE_STREAM: Job<{ tenantId: string }> = { name: 'tenants.prepare_stream' }
