import type { Job } from '@/lib/kernel/jobs'

/** A provision has steps that may run. */
export const RUN_PROVISION: Job<{ id: string }> = { name: 'provisioning.run' }

/** Takes up what a death, a suspension or trouble elsewhere left behind. */
export const SWEEP_PROVISIONS: Job<object> = { name: 'provisioning.sweep', cron: '* * * * *' }

/** Daily: lets go of what was asked for a month ago. */
export const TIDY_PROVISIONING: Job<object> = { name: 'provisioning.tidy', cron: '47 3 * * *' }

/** Batches have items that wait. One is queued at most, and whoever takes it calls the next worker; the cron is for what a death left. */
export const RUN_BATCHES: Job<object> = { name: 'provisioning.run_batches', cron: '* * * * *' }
