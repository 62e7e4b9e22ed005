import type { Job } from '@/lib/kernel/jobs'

/** A new tenant's stream is made ahead of its first domain. */
export const PREPARE_STREAM: Job<{ tenantId: string }> = { name: 'tenants.prepare_stream' }

/** Another plan holds from now on: what goes with a plan is put in order for it. */
export const PLAN_CHANGED: Job<{ tenantId: string }> = { name: 'tenants.plan_changed' }
