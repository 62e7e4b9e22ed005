import { setTimeout as sleep } from 'node:timers/promises'
import type { Process } from '../../testing/process'

/** A process that dies now and then, at a moment nobody chose, and is started again. */
export interface Mortal {
  deaths(): number
  /** told what was done so far */
  dieSometimes(done: number): void
  /** alive again, and it dies no more */
  revived(): Promise<void>
  /** As a supervisor ends it. Answers its exit code. */
  end(): Promise<number | null>
}

/** @param every how much is done between two deaths, about: not by time, as a busy machine would make it easier */
export async function startMortal(start: () => Promise<Process>, every: number): Promise<Mortal> {
  let current = await start()
  let [deaths, next] = [0, every * Math.random()]
  let revival = Promise.resolve()
  const die = async () => {
    await sleep(Math.random() * 60)
    await current.kill()
    deaths++
    current = await start()
  }
  return {
    deaths: () => deaths,
    dieSometimes(done) {
      if (done < next) return
      next = done + every * (0.5 + Math.random())
      revival = revival.then(die)
    },
    revived: () => revival,
    end: () => current.end(),
  }
}
