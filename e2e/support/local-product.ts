import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

interface Ready {
  ready: boolean
  url: string
}

/** A product in a state folder of its own, started as `npm start -- --json` does. */
export class LocalProduct {
  readonly stateDir = mkdtempSync(join(tmpdir(), 'letterhead-e2e-'))
  protected process: ChildProcess | undefined

  /** @param settings of the operator, over those of this process */
  constructor(private readonly settings: Record<string, string> = {}) {
    // PostgreSQL, which is not root when we are, has to pass through.
    chmodSync(this.stateDir, 0o711)
  }

  async start(stderr: 'inherit' | 'pipe' = 'inherit'): Promise<Ready> {
    const child = (this.process = this.spawn(stderr))
    if (!child.stdout) throw new Error('no standard output')
    let words = ''
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()))
    for await (const line of createInterface({ input: child.stdout })) {
      const said = JSON.parse(line) as Ready
      if (said.ready) return said
    }
    throw new Error(`The product did not come up. ${words || 'Its words are above.'}`)
  }

  /** Another start in the same folder, to its end. */
  async startAgain() {
    const child = this.spawn('pipe')
    let words = ''
    child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()))
    const [exitCode] = (await once(child, 'exit')) as [number | null]
    return { exitCode, words }
  }

  file = (name: string) => join(this.stateDir, name)

  /** Process ids out of the list that the supervisor keeps, and PostgreSQL's. */
  pids(...names: string[]): number[] {
    const run = JSON.parse(readFileSync(this.file('run.json'), 'utf8')) as {
      supervisor: { pid: number }
      children: { name: string; pid: number }[]
    }
    if (names.length > 0) return run.children.filter(({ name }) => names.includes(name)).map(({ pid }) => pid)
    const postmaster = Number(readFileSync(this.file('postgres/postmaster.pid'), 'utf8').split('\n')[0])
    return [run.supervisor.pid, postmaster, ...run.children.map(({ pid }) => pid)]
  }

  /** Ctrl-C; answers the exit code. */
  async interrupt(): Promise<number | null> {
    const { process: child } = this
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    child.kill('SIGINT')
    const [code] = (await once(child, 'exit')) as [number | null]
    return code
  }

  /** kill -9 of the supervisor and of what started it. */
  async kill() {
    const [supervisor] = this.pids()
    if (supervisor) process.kill(supervisor, 'SIGKILL')
    this.process?.kill('SIGKILL')
    if (this.process && this.process.exitCode === null && this.process.signalCode === null)
      await once(this.process, 'exit')
  }

  async discard() {
    await this.interrupt()
    if (existsSync(this.stateDir)) rmSync(this.stateDir, { recursive: true, force: true })
  }

  private spawn(stderr: 'inherit' | 'pipe') {
    const env = {
      ...process.env,
      LETTERHEAD_STATE_DIR: this.stateDir,
      LETTERHEAD_PORT: process.env.E2E_PORT ?? '3900',
      LETTERHEAD_SKIP_BUILD: '1',
      ...this.settings,
    }
    return spawn(process.execPath, ['lib/local/start.mjs', '--json'], {
      env,
      stdio: ['ignore', 'pipe', stderr],
    })
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // One that ended but was not yet reaped by its parent runs no more.
    return (
      !existsSync(`/proc/${pid}/stat`) || !/^\d+ \(.*\) Z /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    )
  } catch {
    return false
  }
}
