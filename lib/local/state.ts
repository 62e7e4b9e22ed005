import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readJson, writePrivateJson } from './private-file'

export const ROOT = resolve(import.meta.dirname, '..', '..')

/** The folder of one local installation: database, world, secrets, logs. */
export interface State {
  dir: string
  path(...names: string[]): string
  secrets: Secrets
}

export interface Secrets {
  NEXTAUTH_SECRET: string
  MASTER_KEY: string
  AWS_ACCESS_KEY_ID: string
  AWS_SECRET_ACCESS_KEY: string
  LOCAL_WORLD_TOKEN: string
}

export const stateDir = () => resolve(ROOT, process.env.LETTERHEAD_STATE_DIR ?? '.letterhead')

export function openState(dir = stateDir()): State {
  const path = (...names: string[]) => join(dir, ...names)
  // Others may pass through, not look: started by root, PostgreSQL runs as somebody else.
  mkdirSync(dir, { recursive: true, mode: 0o711 })
  mkdirSync(path('logs'), { recursive: true, mode: 0o700 })
  return { dir, path, secrets: openSecrets(path('secrets.json')) }
}

function openSecrets(file: string): Secrets {
  const kept = readJson<Partial<Secrets>>(file)
  const secret = () => randomBytes(32).toString('base64url')
  const made = {
    NEXTAUTH_SECRET: secret(),
    MASTER_KEY: randomBytes(32).toString('base64'),
    // The shape AWS gives its key ids; known to the local mail network only.
    AWS_ACCESS_KEY_ID: `AKIALOCAL${randomBytes(8).toString('hex').slice(0, 11).toUpperCase()}`,
    AWS_SECRET_ACCESS_KEY: secret(),
    LOCAL_WORLD_TOKEN: secret(),
    // What is kept stays; a folder of an earlier version gets what it lacks.
    ...kept,
  }
  if (Object.keys(kept ?? {}).length < Object.keys(made).length) writePrivateJson(file, made)
  return made
}
