import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, LocalProduct } from '../support/local-product'
import { installationIn } from './installation'
import { World, type Fault } from './world'

/** A product of a journey's own that can be cut off in the middle of whatever it does. */
export class ProductProcess extends LocalProduct {
  private worker: ChildProcess | undefined

  /** Begins a start that may not reach its end: somebody is going to kill it. */
  begin() {
    this.start('pipe').catch(() => undefined)
  }

  /** A start to its end; answers its address and how long it took. */
  async startWhole(): Promise<{ url: string; ms: number }> {
    const began = Date.now()
    const { url } = await this.start('pipe')
    return { url, ms: Date.now() - began }
  }

  /** One more worker beside the product's own. */
  async startWorker(): Promise<void> {
    const env = { ...process.env, LETTERHEAD_STATE_DIR: this.stateDir }
    const stdio = ['ignore', 'pipe', 'inherit'] as const
    this.worker = spawn(process.execPath, ['lib/local/worker.mjs'], { env, stdio: [...stdio] })
    for await (const line of createInterface({ input: this.worker.stdout! }))
      if (line.includes('worker ready')) return
    throw new Error('The second worker did not come up.')
  }

  /** kill -9 of that one. */
  async killWorker() {
    if (this.worker) await killTree(this.worker)
    this.worker = undefined
  }

  override async discard() {
    await this.killWorker()
    await super.discard()
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

  /** The next such call is made to hang; also while the product is still coming up. */
  async arm(fault: Omit<Fault, 'effect'>) {
    await (await this.world()).arm({ ...fault, effect: 'hang' })
  }

  /** kill -9 of every process at once, as when the power goes. */
  async killAll() {
    if (this.process) await killTree(this.process)
  }
}

async function killTree(child: ChildProcess) {
  if (child.pid === undefined) return
  const doomed = treeOf(child.pid)
  const ended = child.exitCode === null && child.signalCode === null && once(child, 'exit')
  for (const pid of doomed) sendSignal(pid, 'SIGKILL')
  await ended
  for (const end = Date.now() + 10_000; doomed.some(isRunning); await sleep(25))
    if (Date.now() > end) throw new Error(`still there after kill -9: ${doomed.filter(isRunning).join(', ')}`)
}

/** A process and everything below it. */
function treeOf(root: number): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const below = (pid: number): number[] => [
    pid,
    ...rows.filter(([, parent]) => parent === pid).flatMap(([child]) => (child ? below(child) : [])),
  ]
  return below(root)
}

export function sendSignal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already.
  }
}
