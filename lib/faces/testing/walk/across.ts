import { AsyncLocalStorage } from 'node:async_hooks'
import type * as Platform from '@/lib/kernel/platform'

/** Whether the platform role is at work: it sees all tenants by right, so its filters are its only walls. */
export const acrossTenants = new AsyncLocalStorage<true>()

/** The kernel's way into the platform role, with a note of it while it lasts. */
export const marking = (platform: typeof Platform): typeof Platform => ({
  ...platform,
  asPlatform: (work) => acrossTenants.run(true, () => platform.asPlatform(work)),
  withinAsPlatform: (tx, work) => acrossTenants.run(true, () => platform.withinAsPlatform(tx, work)),
})
