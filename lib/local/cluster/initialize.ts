import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { serverEnv } from './server-env'

/** Makes an empty cluster, whole or not at all. Its one superuser is `postgres`. */
export function initializeCluster(binaries: Binaries, account: Account, cluster: string, password: string) {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  for (const path of [draft, passwordFile]) give(path, account)
  try {
    const args = [
      '-D',
      draft,
      '-U',
      'postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
    ]
    // PostgreSQL's own C.UTF-8 sorts alike on every system, whatever locales that has.
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    run(binaries.initdb, [...args, ...locale], account)
    renameSync(draft, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Undefined when there is no cluster yet. */
export function clusterVersion(cluster: string): string | undefined {
  const file = join(cluster, 'PG_VERSION')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** For a cluster whose password file was lost: single-user mode asks for none. */
export function resetPassword(binaries: Binaries, account: Account, cluster: string, password: string) {
  run(
    binaries.postgres,
    ['--single', '-D', cluster, 'postgres'],
    account,
    `ALTER ROLE postgres PASSWORD '${password}'\n`,
  )
}

function run(program: string, args: string[], account: Account, input = '') {
  const result = spawnSync(program, args, { ...account, cwd: '/', env: serverEnv(), encoding: 'utf8', input })
  if (result.status !== 0) throw new Error(`${program} failed: ${result.error?.message ?? result.stderr}`)
}

function give(path: string, { uid, gid }: Account) {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
