import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Is a process with this id there (also one of another user)? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** What the process was started as: its arguments in one line, or '' when that cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim()
  return ps(pid, 'command=')
}

/** A word that is another one once the id belongs to another process: ids are used again, start times are not. */
export function startMark(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  // proc(5): field 22 is the start time in ticks since boot; the name in field 2 may hold spaces and brackets.
  const ticks = readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[19] ?? ''
  return ticks && `${readText('/proc/sys/kernel/random/boot_id').trim()}:${ticks}`
}

/** Waits for a process that may not be our child. True when it is gone in time. */
export async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(25))
    if (!isAlive(pid)) return true
  return !isAlive(pid)
}

function isZombie(pid: number) {
  return process.platform === 'linux' && /^\d+ \(.*\) Z /s.test(readProc(pid, 'stat'))
}

const readProc = (pid: number, file: string) => readText(`/proc/${pid}/${file}`)

function readText(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, column: string) {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
