import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port'
import { type Account, serverAccount } from './cluster/account'
import { type Binaries, findBinaries } from './cluster/binaries'
import { clusterVersion, initializeCluster, resetPassword } from './cluster/initialize'
import { endLeftover } from './cluster/leftover'
import { placeCluster } from './cluster/place'
import { serverEnv } from './cluster/server-env'
import { readJson, writePrivateJson } from './private-file'

export interface PostgresOptions {
  /** Absolute folder of the cluster; its parent keeps the passwords (postgres.json, 0600) and the log. */
  dataDir: string
  /** Preferred port; taken ones are stepped over. Default: the one of the last start. */
  port?: number
  /** Server settings, for instance `{ fsync: 'off' }` for a cluster that a test throws away. */
  settings?: Record<string, string>
  onProgress?: (message: string) => void
}

export interface Postgres {
  ownerUrl: string
  appUrl: string
  superUrl: string
  passwords: { owner: string; app: string }
  port: number
  pid: number
  /** Nothing is in it yet. */
  isNew: boolean
  /** Settles when the server ended, for whatever reason, with its exit code or signal. */
  ended: Promise<number | string>
  stop(): Promise<void>
}

interface Kept {
  id: string
  port?: number
  passwords: { super: string; owner: string; app: string }
}

const DATABASE = 'letterhead'
// First port for a new cluster: off the well-known 5432, so that neither side is taken for the other, above `ports.ts`,
// and below 32768, from where Linux lends ports to whoever connects.
const FIRST_PORT = 29_320

/** Starts the embedded PostgreSQL on loopback, made new at the first start. Roles are `ensureRoles`' business. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = resolve(options.dataDir)
  const notes = join(dirname(dataDir), 'postgres.json')
  const before = readJson<Kept>(notes)
  const kept = before ?? newNotes()

  const cluster = placeCluster(serverAccount(dataDir), dataDir, kept.id)
  const account = serverAccount(cluster)
  const binaries = findBinaries(account)
  if (!before) writePrivateJson(notes, kept)

  await endLeftover(cluster)
  const version = clusterVersion(cluster)
  if (version === undefined) {
    options.onProgress?.('creating the database cluster')
    initializeCluster(binaries, account, cluster, kept.passwords.super)
  } else if (!before) resetPassword(binaries, account, cluster, kept.passwords.super)

  const log = join(dirname(dataDir), 'postgres.log')
  const server = await launch({ binaries, account, cluster, log, kept, options })
  if (server.port !== kept.port) writePrivateJson(notes, { ...kept, port: server.port })

  const url = (role: string, password: string, database = DATABASE) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`
  return {
    ...server,
    isNew: version === undefined,
    superUrl: url('postgres', kept.passwords.super, 'postgres'),
    ownerUrl: url('letterhead_owner', kept.passwords.owner),
    appUrl: url('letterhead_app', kept.passwords.app),
    passwords: { owner: kept.passwords.owner, app: kept.passwords.app },
  }
}

function newNotes(): Kept {
  const secret = () => randomBytes(24).toString('base64url')
  return { id: secret(), passwords: { super: secret(), owner: secret(), app: secret() } }
}

interface Launch {
  binaries: Binaries
  account: Account
  cluster: string
  log: string
  kept: Kept
  options: PostgresOptions
}

/** A port may be taken between the look and the start, and a killed server's memory needs a moment to be let go. */
async function launch(what: Launch) {
  let wanted = what.options.port ?? what.kept.port ?? FIRST_PORT
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wanted)
    const from = size(what.log)
    const child = spawnServer(what, port)
    if (await becomesReady(child, what, port)) return handle(child, port)
    const words = readFileSync(what.log, 'utf8').slice(from)
    const isTransient =
      /could not create any TCP\/IP sockets|shared memory block .* still in use|lock file .* exists/.test(
        words,
      )
    if (attempt === 20 || !isTransient) throw new Error(`PostgreSQL does not start:\n${words.trim()}`)
    if (words.includes('TCP/IP')) wanted = port + 1
    await sleep(250)
  }
}

function spawnServer({ binaries, account, cluster, log, options }: Launch, port: number): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
    port: String(port),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const file = openSync(log, size(log) > 5_000_000 ? 'w' : 'a', 0o600)
  // Its own group: Ctrl-C reaches the supervisor alone, which stops the server last.
  const spawned = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    ...account,
    cwd: '/',
    env: serverEnv(),
    detached: process.platform !== 'win32',
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  return spawned
}

/** Ready means: our cluster (by its data folder) answers our password on that port. */
async function becomesReady(child: ChildProcess, { cluster, kept }: Launch, port: number): Promise<boolean> {
  let gone = false
  child.once('exit', () => (gone = true))
  child.once('error', () => (gone = true))
  const connection = {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: kept.passwords.super,
    database: 'postgres',
  }
  // Recovery after a power cut may take a while; a server that is still alive is waited for.
  for (const deadline = Date.now() + 120_000; Date.now() < deadline && !gone; await sleep(20)) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
      if (rows[0]?.data_directory === cluster) return true
    } catch {
      // Not listening yet, or still recovering.
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  child.kill('SIGKILL')
  return false
}

function handle(child: ChildProcess, port: number) {
  const ended = new Promise<number | string>((done) =>
    child.once('exit', (code, signal) => done(signal ?? code ?? 1)),
  )
  // A supervisor that falls over takes its server along; after kill -9 the next start ends it.
  const endWithUs = () => child.kill('SIGINT')
  process.once('exit', endWithUs)
  void ended.then(() => process.off('exit', endWithUs))
  async function stop() {
    if (child.exitCode !== null || child.signalCode !== null) return
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      child.kill(signal)
      const patience = new AbortController()
      const isGone = await Promise.race([
        ended.then(() => true),
        sleep(10_000, false, { signal: patience.signal }).catch(() => false),
      ])
      patience.abort()
      if (isGone) return
    }
  }
  return { port, pid: child.pid ?? 0, ended, stop }
}

const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
