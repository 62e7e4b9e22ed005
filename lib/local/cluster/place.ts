import { createHash } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, canWrite } from './account'

/**
 * Where the cluster lies: at `dataDir`, or (root in a folder others may not enter) below a folder the server's
 * account can reach. The name holds the cluster's own id, so a second clone, or a copy of this one, meets its own.
 */
export function placeCluster(account: Account, dataDir: string, id: string): string {
  const parent = dirname(dataDir)
  mkdirSync(parent, { recursive: true })
  return canEnter(account, parent) ? dataDir : join(reachableHome(account, dataDir, id), 'data')
}

export function reachableHome(account: Account, dataDir: string, id: string): string {
  const key = createHash('sha256')
    .update(`${realpathSync(dirname(dataDir))} ${id}`)
    .digest('hex')
    .slice(0, 12)
  for (const base of ['/var/lib', tmpdir()]) {
    const home = join(base, `letterhead-${key}`)
    try {
      mkdirSync(home, { recursive: true })
      chmodSync(home, 0o755)
      if (canEnter(account, home)) return home
    } catch {
      // Read-only or missing: the next one.
    }
  }
  throw new Error('no folder was found that an unprivileged PostgreSQL can use')
}

function canEnter(account: Account, folder: string) {
  if (account.uid === undefined || account.gid === undefined) return true
  const trial = join(folder, '.letterhead-trial')
  mkdirSync(trial, { recursive: true })
  try {
    chownSync(trial, account.uid, account.gid)
    return canWrite(account, trial)
  } catch {
    return false
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}
