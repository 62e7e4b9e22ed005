import type { MeteredName } from './fields'
import { periodOf } from './period'

/** What a notice to owners was about, as it is written down. */
export const noticeKind = (name: MeteredName, level: 'near' | 'full') => `${name}.${level}`

/**
 * At most one mail a level and UTC day: also of an hour that is full again and again, and of what stands, which may be told
 * again after it fell and rose.
 */
export const noticePeriod = (at: Date) => periodOf('day', at)
