import { createAskServer } from './ask-server'
import { createDelegations } from './delegations'
import { parseEndpoint } from './endpoint'
import { findNameServers } from './name-servers'
import { failed, resolve, type Resolved } from './resolve'
import { shareInFlight } from './share-in-flight'
import type { DnsGateway, RecordType } from './types'

export { ROOT_SERVERS } from './root-servers'
export type * from './types'

/** Name servers are written `ip`, `ip:port` or `[v6]:port`; without a port it is 53. */
export interface DnsOptions {
  roots: string[]
  /** Asked with recursion desired when no authoritative server answers. */
  resolvers: string[]
  /** Port of name servers found by walking; 53 in the world. */
  port: number
  /** For a world on loopback. False refuses every address that is not global unicast. */
  allowLoopback: boolean
  /** How long one packet may stay unanswered, and a turn at a busy server may take. Default 1,200. */
  timeoutMs?: number
  /** How often a silent server is asked. Default 2. */
  attempts?: number
  /** Default 50; as many at once. */
  perServerPerSecond?: number
  /** A clock in milliseconds that never goes back. */
  now?: () => number
}

/**
 * The way our record checker asks the world: the zone's authoritative servers, found by walking from the roots
 * (RFC 1034 5.3.3), with a resolver as second opinion. Throws when a configured address cannot be read.
 */
export function createDnsGateway(options: DnsOptions): DnsGateway {
  const { timeoutMs = 1200, attempts = 2, perServerPerSecond = 50, now = () => performance.now() } = options
  const open = new Set<() => void>()
  let closed = false
  const world = {
    roots: {
      zone: '',
      servers: options.roots.map((root) => ({ host: '', endpoints: [parseEndpoint(root)] })),
    },
    resolvers: options.resolvers.map(parseEndpoint),
    port: options.port,
    attempts,
    timeoutMs,
    now,
    askServer: createAskServer(
      { allowLoopback: options.allowLoopback, timeoutMs, perServerPerSecond, now },
      open,
      () => closed,
    ),
    delegations: createDelegations(now),
  }
  const share = shareInFlight<Resolved>()
  const ask = (name: string, type: RecordType) =>
    share(`${type} ${name}`, () =>
      resolve(world, name, type).catch(() => failed(name, type, 'network', null)),
    )

  return {
    lookup: async (name, type) => (await ask(name, type)).lookup,
    nameServers: (name) => findNameServers((zone) => ask(zone, 'NS'), name),
    close() {
      closed = true
      for (const end of [...open]) end()
    },
  }
}
