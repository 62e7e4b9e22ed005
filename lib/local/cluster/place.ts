import { createHash } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, realpathSync, rmSync, statSync } from 'node:fs'
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
  if (canEnter(account, parent)) return dataDir
  const key = createHash('sha256')
    .update(`${realpathSync(parent)} ${id}`)
    .digest('hex')
    .slice(0, 12)
  return join(reachableFolder(account), `data-${key}`)
}

/** A folder of ours that the server's account can enter, shared by all clones. */
export function reachableFolder(account: Account): string {
  const us = process.getuid?.() ?? 0
  for (const folder of ['/var/lib/letterhead', join(tmpdir(), `letterhead-${us}`)]) {
    try {
      mkdirSync(folder, { recursive: true })
      // In the temporary folder anybody could have been here first, with programs of their own.
      if (statSync(folder).uid !== us) continue
      chmodSync(folder, 0o755)
      if (canEnter(account, folder)) return folder
    } catch {
      // Read-only or missing: the next one.
    }
  }
  throw new Error('no folder was found that an unprivileged PostgreSQL can use')
}

function canEnter(account: Account, folder: string) {
  if (account.uid === undefined || account.gid === undefined) return true
  // Several starts may try one folder at once.
  const trial = join(folder, `.trial-${process.pid}`)
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
