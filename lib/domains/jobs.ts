import type { Job } from '@/lib/kernel/jobs'
import type { DueDomain } from './platform'

/** Something about a domain needs the mail network: make, finish or take down. */
export const RECONCILE: Job<DueDomain> = { name: 'domains.reconcile' }

/** A domain became ready: what waited for it can go on. */
export const READY: Job<DueDomain> = { name: 'domains.ready' }

/** Compares our names with the mail network's, both ways, and re-queues what is not settled. */
export const SWEEP: Job<object> = { name: 'domains.sweep', cron: '17 * * * *' }
