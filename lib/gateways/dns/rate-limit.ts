// Forgetting an old server only forgives it the last second.
const SERVERS_REMEMBERED = 5_000

/**
 * One turn of a token bucket that holds one second's worth of turns (generic cell rate algorithm).
 * Times are milliseconds; `readyAt` is when the bucket will be full again.
 */
export function takeTurn(readyAt: number, now: number, perSecond: number): { wait: number; readyAt: number } {
  const interval = 1000 / perSecond
  const next = Math.max(readyAt, now) + interval
  return { wait: Math.max(0, next - now - Math.max(1000, interval)), readyAt: next }
}

/** Returns how long to wait for a turn at that server, in milliseconds; null when longer than `patience`. */
export function createRateLimit(perSecond: number, patience: number, now: () => number) {
  const servers = new Map<string, number>()

  return (server: string): number | null => {
    const turn = takeTurn(servers.get(server) ?? 0, now(), perSecond)
    if (turn.wait > patience) return null
    servers.delete(server)
    servers.set(server, turn.readyAt)
    for (const oldest of servers.keys()) {
      if (servers.size <= SERVERS_REMEMBERED) break
      servers.delete(oldest)
    }
    return turn.wait
  }
}
