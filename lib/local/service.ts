import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './progress'
import { endGroup, type Kind, type RunList } from './run-record'
import { ROOT } from './state'

export interface Command {
  name: string
  /** Arguments of Node. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** Everything it says goes there. */
  log: string
}

/** Starts a program in a process group of its own, written into the run file while it lives. */
function launch({ name, args, env, log }: Command, run: RunList, kind: Kind): ChildProcess {
  const file = openSync(log, 'a', 0o600)
  // The channel tells a child that its supervisor died.
  const stdio = ['ignore', file, file, 'ipc'] as const
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    detached: process.platform !== 'win32',
    stdio: [...stdio],
  })
  closeSync(file)
  const { pid } = child
  if (pid !== undefined) {
    run.add(name, pid, kind)
    child.once('exit', () => run.remove(pid))
  }
  return child
}

/** Runs a program to its end. An exit code other than 0 throws the end of its log. */
export async function runOnce(command: Command, run: RunList): Promise<void> {
  const from = logSize(command.log)
  const code = await exitOf(launch(command, run, 'once'))
  if (code !== 0) throw new Error(`${command.name} failed (${code})\n${lastLines(command.log, from)}`)
}

/** A program that has to stay: started again when it dies, given up when it dies at once or again and again. */
export class Service {
  private child: ChildProcess | undefined
  private deaths: number[] = []
  private isStopping = false
  private isSettled = false

  constructor(
    private readonly command: Command,
    private readonly run: RunList,
    private readonly onGivenUp: (why: string) => void,
  ) {}

  start(): this {
    const from = logSize(this.command.log)
    this.child = launch(this.command, this.run, 'service')
    void exitOf(this.child).then((how) => (this.isStopping ? undefined : this.startAgain(how, from)))
    return this
  }

  /** The start is over: from now on a death is repaired; before, it is the reason to give up. */
  settle() {
    this.isSettled = true
  }

  private get isUp() {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null
  }

  async stop(patience: number) {
    this.isStopping = true
    const { child } = this
    if (!child || !this.isUp || child.pid === undefined) return
    const gone = exitOf(child)
    endGroup(child.pid, 'SIGTERM')
    const isGone = await Promise.race([gone.then(() => true), sleep(patience, false, { ref: false })])
    // Also for what the program itself may have left in its group.
    endGroup(child.pid, 'SIGKILL')
    if (!isGone) await gone
  }

  private async startAgain(how: string | number, from: number) {
    const { name, log } = this.command
    if (!this.isSettled) return this.onGivenUp(`${name} ended (${how}):\n${lastLines(log, from)}`)
    this.deaths = [...this.deaths.filter((at) => at > Date.now() - 60_000), Date.now()]
    // Five deaths in a minute are no accident.
    if (this.deaths.length >= 5)
      return this.onGivenUp(`${name} keeps ending (${how}):\n${lastLines(log, from)}`)
    const pause = 500 * 2 ** (this.deaths.length - 1)
    say(`  ${name} ended (${how}); starting it again in ${pause / 1000} s. Its words: ${log}`)
    await sleep(pause)
    if (!this.isStopping) this.start()
  }
}

function exitOf(child: ChildProcess): Promise<string | number> {
  return new Promise((done) => {
    child.once('exit', (code, signal) => done(signal ?? `exit code ${code}`))
    child.once('error', (error) => done(error.message))
  }).then((how) => (how === 'exit code 0' ? 0 : (how as string)))
}

export const logSize = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

export function lastLines(path: string, from = 0, count = 25): string {
  const text = readFileSync(path).subarray(from).toString('utf8').trimEnd()
  return text.split('\n').slice(-count).join('\n')
}
