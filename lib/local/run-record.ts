import { linkSync, rmSync } from 'node:fs'
import { readJson, writePrivateJson } from './private-file'
import { isAlive, isGoneWithin, startMark } from './processes'

export interface Recorded {
  name: string
  pid: number
  /** see `startMark` */
  mark: string
}

/** A program that runs to its end, or one that stays. */
export type Kind = 'once' | 'service'

export interface RunRecord {
  /** Where the file lies: one that came along in a copied folder speaks of somebody else's processes. */
  path: string
  supervisor: Recorded
  children: (Recorded & { kind: Kind })[]
  url?: string
}

/** Where a child is written down while it lives. */
export type RunList = Pick<RunFile, 'add' | 'remove'>

/** The list of what one start runs, on disk, so that the next one can end what a kill -9 left behind. */
export class RunFile {
  private readonly record: RunRecord

  private constructor(private readonly path: string) {
    this.record = { path, supervisor: recorded('supervisor', process.pid), children: [] }
  }

  /** Takes the folder for this process; ends what a dead supervisor left. Throws `AlreadyRunning` beside a live one. */
  static async take(path: string): Promise<RunFile> {
    for (;;) {
      const file = new RunFile(path)
      if (putIfAbsent(path, file.record)) return file
      const before = readJson<RunRecord>(path)
      if (before?.path === path) {
        if (isSame(before.supervisor)) throw new AlreadyRunning(before)
        for (const child of before.children) await end(child)
      }
      rmSync(path, { force: true })
    }
  }

  add(name: string, pid: number, kind: Kind) {
    this.record.children.push({ ...recorded(name, pid), kind })
    writePrivateJson(this.path, this.record)
  }

  remove(pid: number) {
    this.record.children = this.record.children.filter((child) => child.pid !== pid)
    writePrivateJson(this.path, this.record)
  }

  announce(url: string) {
    this.record.url = url
    writePrivateJson(this.path, this.record)
  }

  /** Tells every child, or those of one kind. */
  endAll(signal: NodeJS.Signals, kind?: Kind) {
    for (const child of this.record.children) if (!kind || child.kind === kind) endGroup(child.pid, signal)
  }

  release() {
    rmSync(this.path, { force: true })
  }
}

export class AlreadyRunning extends Error {
  constructor(readonly record: RunRecord) {
    super(
      `Letterhead already runs here${record.url ? `, at ${record.url}` : ''} (process ${record.supervisor.pid}).`,
    )
  }
}

/** Of two starts at once one wins, and nobody reads a half-written file. */
function putIfAbsent(path: string, record: RunRecord): boolean {
  const draft = `${path}.${process.pid}`
  writePrivateJson(draft, record)
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

const recorded = (name: string, pid: number): Recorded => ({ name, pid, mark: startMark(pid) })

/** The same process, not another one that was given its number. */
function isSame({ pid, mark }: Recorded) {
  return isAlive(pid) && mark !== '' && startMark(pid) === mark
}

async function end(child: Recorded) {
  if (!isSame(child)) return
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    endGroup(child.pid, signal)
    if (await isGoneWithin(child.pid, 8_000)) return
  }
}

/** A child leads its own process group, so that what it started goes with it. */
export function endGroup(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // Gone already.
  }
}

/** For work outside a start: its programs end with their parent and need no list. */
export const withoutRecord: RunList = { add: () => undefined, remove: () => undefined }
