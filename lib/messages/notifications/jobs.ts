import type { Job } from '@/lib/kernel/jobs'

/** The mail network told of something: what it was is in its row. */
export const PROCESS_NOTIFICATION: Job<{ id: string }> = { name: 'messages.notification' }

/** Every five minutes: notifications that no job is under way for. */
export const SWEEP_NOTIFICATIONS: Job<object> = { name: 'messages.sweep_notifications', cron: '*/5 * * * *' }

/** Daily: lets go of what was processed long ago. */
export const TIDY_NOTIFICATIONS: Job<object> = { name: 'messages.tidy_notifications', cron: '37 3 * * *' }
