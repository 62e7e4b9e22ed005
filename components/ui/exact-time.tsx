'use client'

import { useClock } from './clock-provider'

/** A date and time in the viewer's zone; in UTC until the browser took over. */
export function ExactTime({ at }: { at: string }) {
  const { settled } = useClock()
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(!settled && { timeZone: 'UTC' }),
  })
  return <time dateTime={at}>{format.format(Date.parse(at))}</time>
}
