import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { installationIn } from './installation'
import { World, type Fault } from './world'

/** A product of a journey's own, in a folder of its own: started, killed and started again as a person could. */
export class ProductProcess {
  readonly stateDir = mkdtempSync(join(tmpdir(), 'letterhead-e2e-'))
  private child: ChildProcess | undefined
  private ready: Promise<string> | undefined

  constructor(private readonly firstPort: number) {
    // PostgreSQL does not run as root: its account has to pass through.
    chmodSync(this.stateDir, 0o711)
  }

  /** Begins a start; `url()` waits for its end. */
  start(): this {
    const settings = {
      LETTERHEAD_STATE_DIR: this.stateDir,
      LETTERHEAD_PORT: String(this.firstPort),
      LETTERHEAD_SKIP_BUILD: '1',
    }
    const options = {
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'] as const,
      detached: true,
    }
    const child = spawn(process.execPath, ['lib/local/start.mjs', '--json'], {
      ...options,
      stdio: [...options.stdio],
    })
    this.child = child
    this.ready = readyLine(child)
    // Nobody may be waiting when it is killed.
    this.ready.catch(() => undefined)
    return this
  }

  url(): Promise<string> {
    return this.ready ?? Promise.reject(new Error('not started'))
  }

  /** One more worker beside the product's own. */
  async startWorker(): Promise<ChildProcess> {
    const env = { ...process.env, LETTERHEAD_STATE_DIR: this.stateDir }
    const worker = spawn(process.execPath, ['lib/local/worker.mjs'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    for await (const line of createInterface({ input: worker.stdout }))
      if (line.includes('worker ready')) return worker
    throw new Error('The second worker did not come up.')
  }

  /** The control door of this product's world; also while the rest is still coming up. */
  async world(): Promise<World> {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(20)) {
      try {
        const world = new World(installationIn(this.stateDir).control)
        await world.hits()
        return world
      } catch {
        // Not there yet.
      }
    }
    throw new Error('The local world does not come up.')
  }

  async armed(fault: Omit<Fault, 'effect'>): Promise<World> {
    const world = await this.world()
    await world.arm({ ...fault, effect: 'hang' })
    return world
  }

  /** All processes of the product: what was started, and what that started in turn. */
  processes(): number[] {
    return this.child?.pid === undefined ? [] : treeOf(this.child.pid)
  }

  named(part: string): number | undefined {
    const lines = processTable().filter(({ args }) => args.includes(part))
    const own = new Set(this.processes())
    return lines.find(({ pid }) => own.has(pid))?.pid
  }

  /** kill -9 of everything at once, as when the power goes. */
  async kill() {
    const doomed = this.processes()
    for (const pid of doomed) signal(pid, 'SIGKILL')
    await gone(doomed)
  }

  /** Ctrl-C: a terminal sends it to the whole foreground group. Answers what is left of it afterwards. */
  async interrupt(): Promise<number[]> {
    const all = this.processes()
    const ended = this.child && this.child.exitCode === null ? once(this.child, 'exit') : undefined
    if (this.child?.pid) signal(-this.child.pid, 'SIGINT')
    await ended
    return all.filter(isAlive)
  }

  async remove() {
    await this.kill()
    rmSync(this.stateDir, { recursive: true, force: true })
  }
}

async function readyLine(child: ChildProcess): Promise<string> {
  let said = ''
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
  if (!child.stdout) throw new Error('no standard output')
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line) as { ready: boolean; url: string }
    if (answer.ready) return answer.url
  }
  throw new Error(`The product ended before it was ready:\n${said}`)
}

interface Running {
  pid: number
  parent: number
  args: string
}

function processTable(): Running[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && parent ? { pid: Number(pid), parent: Number(parent), args } : []
  })
}

export function treeOf(root: number): number[] {
  const table = processTable()
  const below = (pid: number): number[] => [
    pid,
    ...table.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ]
  return table.some(({ pid }) => pid === root) ? below(root) : []
}

export function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}

export function isAlive(pid: number): boolean {
  const state = processTable().find((running) => running.pid === pid)
  return state !== undefined && !state.args.includes('<defunct>')
}

async function gone(pids: number[]) {
  for (const end = Date.now() + 10_000; pids.some(isAlive); await sleep(25))
    if (Date.now() > end) throw new Error(`still there after kill -9: ${pids.filter(isAlive).join(', ')}`)
}
