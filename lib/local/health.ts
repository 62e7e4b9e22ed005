import { setTimeout as sleep } from 'node:timers/promises'

/** Polls until `look` answers true; `isHopeless` ends the wait early with its reason. */
export async function waitUntil(
  look: () => Promise<boolean> | boolean,
  isHopeless: () => string | undefined,
  seconds = 60,
) {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await sleep(50)) {
    const why = isHopeless()
    if (why !== undefined) throw new Error(why)
    if (await look()) return
  }
  throw new Error(`not ready after ${seconds} s`)
}

export async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.status === 200
  } catch {
    return false
  }
}
