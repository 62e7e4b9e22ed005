import type { Fault, FaultEffect, FaultHit, FaultState, NewFault } from '../types'

export interface Faults {
  arm(fault: NewFault): Fault
  state(): FaultState
  /** disarms everything and lets go of what hangs */
  clear(): void
  /** the effect this call meets, if any; counts it */
  meet(operation: string, when: 'before' | 'after'): FaultEffect | null
  /** true when it was let go, false when the client went first */
  hang(clientGone: AbortSignal): Promise<boolean>
}

const HITS_KEPT = 1000

/** Faults live as long as the process: a restarted world is a healthy one. */
export function createFaults(now: () => number = Date.now): Faults {
  let armed: Fault[] = []
  let hits: FaultHit[] = []
  let release = new AbortController()
  let lastId = 0

  return {
    arm(fault) {
      const full = { times: 1, skip: 0, ...fault, id: ++lastId }
      armed.push(full)
      return { ...full }
    },
    state: () => ({ faults: armed.map((fault) => ({ ...fault })), hits: [...hits] }),
    clear() {
      armed = []
      hits = []
      release.abort()
      release = new AbortController()
    },
    meet(operation, when) {
      for (const fault of armed) {
        if (fault.when !== when || (fault.operation !== '*' && fault.operation !== operation)) continue
        if (fault.skip > 0) {
          fault.skip -= 1
          continue
        }
        fault.times -= 1
        armed = armed.filter((one) => one.times > 0)
        hits = [...hits, { operation, when, effect: fault.effect, at: now() }].slice(-HITS_KEPT)
        return fault.effect
      }
      return null
    },
    hang(clientGone) {
      const released = release.signal
      return new Promise((resolve) => {
        if (clientGone.aborted) return resolve(false)
        clientGone.addEventListener('abort', () => resolve(false), { once: true })
        released.addEventListener('abort', () => resolve(true), { once: true })
      })
    },
  }
}
