/** One ticking second for the whole page, on the server's clock. */
let ahead = 0
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

export function alignClock(serverNow: string) {
  ahead = Date.parse(serverNow) - Date.now()
}

/** Whole seconds, in milliseconds since the epoch: equal between two ticks. */
export const clockNow = () => Math.floor((Date.now() + ahead) / 1000) * 1000

export function onTick(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => listeners.forEach((tell) => tell()), 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
