import { open } from 'node:fs/promises'

const waiting = new Map<string, Promise<void>>()
const running = new Map<string, Promise<void>>()

/**
 * Makes what was renamed into a folder durable. Whoever comes while one round is under way shares the next: names that
 * were there when it begins are safe when it ends.
 */
export function syncFolder(folder: string): Promise<void> {
  const next = waiting.get(folder)
  if (next) return next
  const round = (running.get(folder) ?? Promise.resolve())
    .catch(() => undefined)
    .then(() => {
      waiting.delete(folder)
      const work = sync(folder).finally(() => {
        if (running.get(folder) === work) running.delete(folder)
      })
      running.set(folder, work)
      return work
    })
  waiting.set(folder, round)
  return round
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
