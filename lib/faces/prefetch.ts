import type { Caller } from '@/lib/kernel/caller'

/** Set by our own web server on every request: Next keeps its header of this meaning from pages. */
export const PREFETCH_HEADER = 'x-letterhead-prefetch'

/** Whether the browser's router fetches a page before anybody has asked for it. */
export const prefetchOf = (headers: Record<string, unknown>): 'yes' | 'no' =>
  headers['next-router-prefetch'] === undefined ? 'no' : 'yes'

/** What staff look at is recorded as looked at, so it is shown to them only when they have asked for it. */
export const mayLook = (kind: Caller['kind'], prefetch: string | null): boolean =>
  kind !== 'visitor' || prefetch !== 'yes'
