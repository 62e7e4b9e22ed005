import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { commandLine, isAlive, isGoneWithin } from '../processes'

/** Ends the server of this very cluster that a killed start left behind; touches no other process. */
export async function endLeftover(cluster: string) {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return
  // A lock file that came with a copied folder, or a process id that was used again: the server would refuse to start.
  if (!commandLine(pid).includes(`-D ${cluster} `)) return rmSync(lock, { force: true })

  // PostgreSQL's own ways out: SIGINT rolls back and writes a checkpoint, SIGQUIT leaves recovery to the next start.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    process.kill(pid, signal)
    if (await isGoneWithin(pid, patience)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end`)
}
