import { readdirSync, readFileSync } from 'node:fs'

// USER_HZ: what Linux counts processor time in, on every machine it is built for.
const TICK = 10

interface Stat {
  pid: number
  parent: number
  /** milliseconds of processor time, its own and that of its children that have ended */
  own: number
  ended: number
}

/** Milliseconds of processor time that a process and its children have had so far; null where the system does not tell. */
export function cpuOf(pid: number): number | null {
  try {
    const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []))
    const [root] = all.filter((one) => one.pid === pid)
    if (!root) return null
    const children = all.filter(({ parent }) => parent === pid)
    return children.reduce((sum, child) => sum + child.own, root.own + root.ended)
  } catch {
    return null
  }
}

function statOf(pid: string): Stat | null {
  try {
    // proc_pid_stat(5): the name is in brackets and may hold anything; fields 4 and 14 to 17 come after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').map(Number)
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15) as [number, number, number, number]
    return {
      pid: Number(pid),
      parent: fields[1]!,
      own: (user + system) * TICK,
      ended: (endedUser + endedSystem) * TICK,
    }
  } catch {
    return null
  }
}
