import { HOUR, jittered, MINUTE, SECOND } from '@/lib/kernel/clock'
import type { State } from './domain-state'

/**
 * Milliseconds until the next check. Somebody watching: every second at first, easing off; nobody watching:
 * 5 s, 15 s, 60 s, 5 min, 30 min. A verified domain is a lease, looked at about hourly.
 * @param attempt checks since the last change, or since somebody asked
 * @param complete every record is found, advice included: nothing is being waited for
 */
export function untilNextCheck(
  {
    state,
    attempt,
    watched,
    complete,
  }: { state: State; attempt: number; watched: boolean; complete: boolean },
  random: () => number = Math.random,
): number {
  if (watched) return complete ? 5 * SECOND : watchedStep(attempt)
  if (state === 'ready') return jittered(HOUR, 0.2, random)
  if (state === 'failed') return jittered(6 * HOUR, 0.2, random)
  // What is still being made is ours to finish, however long the mail network was away.
  const slowest = state === 'provisioning' ? 2 : unwatchedSteps.length - 1
  return jittered(unwatchedSteps[Math.min(attempt, slowest)]!, 0.2, random)
}

const watchedStep = (attempt: number) => (attempt < 300 ? SECOND : attempt < 900 ? 2 * SECOND : 5 * SECOND)
const unwatchedSteps = [5 * SECOND, 15 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE]
