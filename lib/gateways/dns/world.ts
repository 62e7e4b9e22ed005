import type { AskServer } from './ask-server'
import type { createDelegations, Delegation } from './delegations'
import type { Endpoint } from './endpoint'

/** What every lookup of one gateway shares. */
export interface World {
  roots: Delegation
  resolvers: Endpoint[]
  /** Port of name servers found by walking. */
  port: number
  /** How often a server that stays silent is asked. */
  attempts: number
  timeoutMs: number
  now: () => number
  askServer: AskServer
  delegations: ReturnType<typeof createDelegations>
}
