import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { buildWeb, generateClient } from './build'
import { isHealthy, waitUntil } from './health'
import { choosePorts, type Ports } from './ports'
import { startPostgres } from './postgres'
import { writePrivateJson } from './private-file'
import { say, step } from './progress'
import type { RunFile } from './run-record'
import { type Command, lastLines, logSize, runOnce, Service } from './service'
import { applicationEnv, localSettings, readMode, worldEnv } from './settings'
import type { State } from './state'

const SERVE = 'lib/faces/next/serve.ts'
const TYPESCRIPT = ['--conditions=react-server', '--import', 'tsx']
// Milliseconds a process may take to end by itself. The worker finishes its jobs, the SMTP door the messages that are coming in; the web server would wait for open
// live streams, which never end.
const PATIENCE = { worker: 8_000, smtp: 8_000, web: 2_000, world: 3_000 }

interface Stoppable {
  stop(): Promise<void>
}

/** The whole product, part by part; stopped in the opposite order. */
export class Product {
  private readonly started: Stoppable[] = []
  private readonly services: Service[] = []
  private starting: Promise<Ports> | undefined
  private failure: string | undefined
  private isStopping = false
  readonly mode = readMode(process.env)

  constructor(
    private readonly state: State,
    private readonly run: RunFile,
    private readonly onFailure: (why: string) => void,
  ) {}

  start(): Promise<Ports> {
    return (this.starting ??= this.startParts())
  }

  /** Also in the middle of a start: what is under way is ended, then what came up. */
  async stop() {
    this.isStopping = true
    this.run.endAll('SIGTERM', 'once')
    await this.starting?.catch(() => undefined)
    for (let part = this.started.pop(); part; part = this.started.pop()) await part.stop()
  }

  private async startParts(): Promise<Ports> {
    await generateClient(this.state, this.run)
    if (process.env.LETTERHEAD_SKIP_BUILD !== '1') await buildWeb(this.state, this.run)
    this.goOn()
    const databaseUrl = await this.database()
    this.goOn()
    const ports = await choosePorts(this.state)
    const env = applicationEnv(process.env, this.mode, this.state, ports, databaseUrl)
    if (this.mode.ownsWorld) {
      // `npm run worker` joins with the same settings.
      const settings = { ...localSettings(process.env, this.state, ports), DATABASE_URL: databaseUrl }
      writePrivateJson(this.state.path('env.json'), settings)
      await this.world(ports)
      this.goOn()
      await this.seed(env)
    }
    this.goOn()
    await this.application(env, ports)
    for (const service of this.services) service.settle()
    return ports
  }

  private goOn() {
    if (this.isStopping) throw new Error('stopped')
  }

  private async database(): Promise<string> {
    const given = process.env.DATABASE_URL
    if (given) {
      await this.migrateGiven()
      return given
    }
    const { prepareDatabase } = await import('./database')
    const postgres = await step('Starting PostgreSQL', () =>
      startPostgres({ dataDir: this.state.path('postgres') }),
    )
    this.started.push(postgres)
    // A world that outlived its database knows identities that nobody owns any more, and keeps their names taken.
    if (postgres.isNew)
      for (const end of ['', '-shm', '-wal', '-objects'])
        rmSync(this.state.path(`world.sqlite${end}`), { force: true, recursive: true })
    void postgres.ended.then(
      (how) => this.isStopping || this.onFailure(`PostgreSQL ended (${how}): see postgres.log`),
    )
    await step('Preparing the database', () => prepareDatabase(postgres))
    return postgres.appUrl
  }

  /** Without the owner's address somebody else migrates. */
  private async migrateGiven() {
    const owner = process.env.DATABASE_OWNER_URL
    if (!owner)
      return say('  · DATABASE_OWNER_URL is not set: migrations are left to whoever owns the database')
    const { setUpDatabase } = await import('@/prisma/set-up')
    await step('Migrating the database', () => setUpDatabase(owner))
  }

  private async world(ports: Ports) {
    const command = this.command(
      'world',
      [...TYPESCRIPT, 'lib/local/world/main.ts'],
      worldEnv(process.env, this.state, ports),
    )
    const from = logSize(command.log)
    await step('Starting the local mail network and DNS', async () => {
      this.keep(command, PATIENCE.world)
      await this.until(() => readFileSync(command.log).subarray(from).includes('"ready":true'), command, from)
    })
  }

  private seed(env: NodeJS.ProcessEnv) {
    const command = this.command('seed', [...TYPESCRIPT, 'lib/local/seed.ts'], env)
    return step('Planting the demo people', () => runOnce(command, this.run))
  }

  private async application(env: NodeJS.ProcessEnv, ports: Ports) {
    const worker = this.command('worker', [...TYPESCRIPT, 'lib/faces/worker/main.ts'], env)
    const web = this.command(
      'web',
      ['--import', 'tsx', SERVE, '-H', '127.0.0.1', '-p', String(ports.web)],
      env,
    )
    const from = logSize(web.log)
    await step('Starting web and worker', async () => {
      this.keep(worker, PATIENCE.worker)
      this.keep(web, PATIENCE.web)
      await this.until(() => isHealthy(`http://127.0.0.1:${ports.web}/api/health`), web, from)
    })
    // Elsewhere the mail network receives, unless MX records name a door of our own.
    if (this.mode.ownsWorld || env.INBOUND_MX) await this.door(env)
  }

  private async door(env: NodeJS.ProcessEnv) {
    const command = this.command('smtp', [...TYPESCRIPT, 'lib/faces/smtp/main.ts'], env)
    const from = logSize(command.log)
    await step('Opening the SMTP door', async () => {
      this.keep(command, PATIENCE.smtp)
      await this.until(() => readFileSync(command.log).subarray(from).includes('smtp ready'), command, from)
    })
  }

  private keep(command: Command, patience: number) {
    const giveUp = (why: string) => {
      this.failure = why
      this.onFailure(why)
    }
    const service = new Service(command, this.run, giveUp).start()
    this.services.push(service)
    this.started.push({ stop: () => service.stop(patience) })
  }

  private until(look: () => Promise<boolean> | boolean, { name, log }: Command, from: number) {
    return waitUntil(look, () => this.failure ?? (this.isStopping ? 'stopped' : undefined)).catch(
      (error: Error) => {
        throw new Error(`${name} does not come up: ${error.message}\n${lastLines(log, from)}`)
      },
    )
  }

  private command(name: string, args: string[], env: NodeJS.ProcessEnv): Command {
    const log = this.state.path('logs', `${name}.log`)
    // Kept for one look back, not forever.
    if (logSize(log) > 5_000_000) writeFileSync(log, '')
    else writeFileSync(log, '', { flag: 'a', mode: 0o600 })
    return { name, args, env, log }
  }
}
