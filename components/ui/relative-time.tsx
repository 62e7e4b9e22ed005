'use client'

import { useClock } from './clock-provider'
import { exact, relative } from './time-words'

/** "3 min ago", ticking by the server's clock; the exact time in the viewer's zone on hover. */
export function RelativeTime({ at }: { at: string }) {
  const { now, settled } = useClock()
  const time = Date.parse(at)
  return (
    <time dateTime={at} title={settled ? exact(time) : undefined} className="whitespace-nowrap tabular-nums">
      {relative(time, now)}
    </time>
  )
}
