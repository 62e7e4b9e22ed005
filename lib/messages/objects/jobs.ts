import type { Job } from '@/lib/kernel/jobs'

/** Every minute: removes the objects whose rows are gone. */
export const REMOVE_OBJECTS: Job<object> = { name: 'messages.remove_objects', cron: '* * * * *' }

/** Nightly: finds objects that never got a row, because a process died between the two. */
export const SWEEP_OBJECTS: Job<object> = { name: 'messages.sweep_objects', cron: '37 4 * * *' }
