import type { Job } from '@/lib/kernel/jobs'

/** A new tenant's stream is made ahead of its first domain. */
export const PREPARE_STREAM: Job<{ tenantId: string }> = { name: 'tenants.prepare_stream' }

/** Another plan holds from now on: what goes with a plan is put in order for it. */
export const PLAN_CHANGED: Job<{ tenantId: string }> = { name: 'tenants.plan_changed' }

/**
 * A suspension is over, of a tenant or of an inbox: what waited for that comes in. One is queued at most, and whoever takes it
 * works on all there is; the cron is for what a death left, or what was stored while somebody resumed.
 */
export const SUSPENSION_OVER: Job<object> = { name: 'tenants.suspension_over', cron: '* * * * *' }
