import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** The command line as its own process, on a machine that was never signed in. */
export class CommandLine {
  private readonly home = mkdtempSync(join(tmpdir(), 'letterhead-cli-'))

  constructor(private readonly env: Record<string, string> = {}) {}

  /** One command, to its end. */
  async run(...args: string[]): Promise<Ended> {
    return this.start(...args).ended
  }

  /** The answer of one that is expected to work. */
  async json<T>(...args: string[]): Promise<T> {
    const { code, out, err } = await this.run(...args, '--json')
    expect([code, err], args.join(' ')).toEqual([0, ''])
    return JSON.parse(out) as T
  }

  /** One that goes on while the journey does something else. */
  start(...args: string[]) {
    const said = { out: '', err: '' }
    const own = { HOME: this.home, XDG_CONFIG_HOME: join(this.home, 'config') }
    // Nothing of our own settings gets in.
    const { PATH, NODE_ENV } = process.env
    const child = spawn(process.execPath, ['lib/faces/cli/letterhead.mjs', ...args], {
      env: { PATH, NODE_ENV, ...own, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }))
    return { said, ended }
  }

  discard() {
    rmSync(this.home, { recursive: true, force: true })
  }
}
