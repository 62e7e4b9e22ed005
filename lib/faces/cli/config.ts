import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Io } from './io'
import { usage } from './refused'

/** What a sign-in leaves behind, for its person alone. */
export interface Config {
  url?: string
  token?: string
  /** the organisation that commands act in, unless they name one */
  tenant?: string
}

/** XDG Base Directory Specification: `$XDG_CONFIG_HOME`, else `~/.config`. */
export const configPath = ({ env }: Pick<Io, 'env'>): string =>
  join(env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config'), 'letterhead', 'config.json')

export function readConfig(io: Pick<Io, 'env'>): Config {
  const path = configPath(io)
  if (!existsSync(path)) return {}
  // An editor or a copy may have opened it to others.
  if (statSync(path).mode & 0o077) chmodSync(path, 0o600)
  try {
    const { url, token, tenant } = JSON.parse(readFileSync(path, 'utf8')) as Config
    return { url, token, tenant }
  } catch {
    throw usage(`${path} cannot be read. Mend it, or delete it and sign in again.`)
  }
}

/** Whole or not at all, and never readable by others, not even for a moment. */
export function writeConfig(io: Pick<Io, 'env'>, config: Config): void {
  const path = configPath(io)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  chmodSync(dirname(path), 0o700)
  const fresh = `${path}.${randomUUID()}`
  try {
    writeFileSync(fresh, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(fresh, path)
  } finally {
    rmSync(fresh, { force: true })
  }
}
