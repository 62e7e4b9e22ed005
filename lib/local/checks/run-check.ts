import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../state'
import type { Check } from './list'
import { FAILED, PASSED, type Tally, withExitCode } from './tally'

const running = new Set<number>()

/** Runs one check, its output on the screen, and counts. */
export async function runCheck(check: Check, extra: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'letterhead-check-'))
  const report = join(folder, 'report.json')
  const place = (word: string) => word.replace('REPORT', report)
  const env = { ...process.env, CI: 'true', ...mapValues(check.env ?? {}, place) }
  try {
    const exitCode = await exitOf([...check.args.map(place), ...extra], env)
    if (!check.read) return exitCode === 0 ? PASSED : FAILED
    return existsSync(report) ? withExitCode(check.read(report), exitCode) : FAILED
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As Ctrl-C does: runners then stop what they started. */
export function interrupt() {
  for (const pid of running) process.kill(pid, 'SIGINT')
}

function exitOf(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
    const { pid } = child
    if (pid !== undefined) running.add(pid)
    child.once('error', () => done(127))
    child.once('exit', (code) => {
      if (pid !== undefined) running.delete(pid)
      done(code ?? 1)
    })
  })
}

const mapValues = (record: Record<string, string>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
