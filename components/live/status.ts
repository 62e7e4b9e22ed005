import { useSyncExternalStore } from 'react'

let up = false
const listeners = new Set<() => void>()

export function setStreamUp(now: boolean) {
  up = now
  listeners.forEach((tell) => tell())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Milliseconds between two reads while the stream is down; none while it is up. */
export function usePollInterval(): number | false {
  const streaming = useSyncExternalStore(
    subscribe,
    () => up,
    () => false,
  )
  return streaming ? false : 10_000
}
