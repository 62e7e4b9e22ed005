/** How hosts are written: without the zone, as most DNS panels want it, or in full. */
export type HostStyle = 'relative' | 'full'

export const HOST_STYLE_COOKIE = 'letterhead-hosts'

export const hostStyle = (cookie: string | undefined): HostStyle => (cookie === 'full' ? 'full' : 'relative')
