import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/** Who runs the server. Empty for an ordinary user: then it is that user. */
export interface Account {
  uid?: number
  gid?: number
}

/**
 * PostgreSQL refuses to run as root, and its tools want an account that has a name.
 * The owner of an existing data folder comes first, so that a second start meets its own files.
 */
export function serverAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = lookUp(name)
    if (account && canRun(account, '/bin/sh', ['-c', ':'])) return account
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and this system has no postgres, nobody or daemon account',
  )
}

/** True when that account can start the program: every folder above it is open and its libraries are found. */
export function canRun(account: Account, program: string, args: string[]): boolean {
  return spawnSync(program, args, { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

export function canWrite(account: Account, folder: string): boolean {
  if (account.uid === undefined) return true
  return canRun(account, '/bin/sh', ['-c', 'cd "$1" && : > .probe && rm .probe', 'sh', folder])
}

function lookUp(name: string): Account | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
