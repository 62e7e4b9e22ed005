'use client'

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import { alignClock, clockNow, onTick } from './clock'

const RenderedAt = createContext(0)

/** Carries the time the server rendered at, so that the first paint in the browser says the same. */
export function ClockProvider({ now, children }: { now: string; children: React.ReactNode }) {
  useEffect(() => alignClock(now), [now])
  return <RenderedAt value={Date.parse(now)}>{children}</RenderedAt>
}

/** Now, by the server's clock. `settled` is false while the page still shows what the server rendered. */
export function useClock() {
  const rendered = useContext(RenderedAt)
  const now = useSyncExternalStore(onTick, clockNow, () => rendered)
  const settled = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return { now, settled }
}

const never = () => () => {}
