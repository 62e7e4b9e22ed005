import type { Budget } from './ask-server'
import type { Delegation } from './delegations'
import type { Endpoint } from './endpoint'
import type { Failed } from './failures'
import type { Question, Reply } from './message'
import { ADDRESSES_PER_HOST, type Referral } from './next-step'
import type { Failure } from './types'
import { visitZone } from './visit-zone'
import type { World } from './world'

export type Walked = { reply: Reply; server: Endpoint } | Failed

// How deep the search for a name server's own address may nest.
const DEPTH_LIMIT = 8

/**
 * Finds a server that answers with authority, from the closest remembered zone or the roots downwards.
 * `trail` holds the hosts whose addresses are being looked for, so that no search waits for itself.
 */
export async function walk(
  world: World,
  question: Question,
  budget: Budget,
  trail: string[] = [],
): Promise<Walked> {
  let stale: { zone: Delegation; why: Failed } | undefined
  let isFresh = false
  let here = world.delegations.closest(question.name) ?? world.roots
  // Ends: it steps up once at most, and every referral leads strictly deeper.
  for (;;) {
    const visited = await visitZone(world, here, question, budget, findAddresses)
    if ('reply' in visited) return visited
    if ('referral' in visited) {
      here = toDelegation(visited.referral, world.port)
      isFresh = true
      world.delegations.remember(here, visited.referral.ttl)
      // The parent still says what we remembered: the same servers have nothing new to tell.
      if (stale && sameServers(here, stale.zone)) return stale.why
    } else {
      if (stale && !isFresh) return stale.why
      if (isFresh || here === world.roots || isOurs(visited)) return visited
      stale = { zone: here, why: visited }
      world.delegations.forget(here.zone)
      here = world.delegations.closest(question.name) ?? world.roots
    }
  }

  /** We stopped asking; that says nothing about what we remember of the zone. */
  function isOurs({ failure }: Failed): boolean {
    return failure === 'rate_limited' || budget.packets <= 0 || world.now() >= budget.deadline
  }

  async function findAddresses(host: string): Promise<Endpoint[] | Failure> {
    if (trail.includes(host) || trail.length >= DEPTH_LIMIT) return 'no_servers'
    // IPv6 only where there is no IPv4: many hosts of ours can not reach it.
    for (const type of ['A', 'AAAA'] as const) {
      const walked = await walk(world, { name: host, type }, budget, [...trail, host])
      if ('failure' in walked) return walked.failure
      const addresses = walked.reply.answers.flatMap((r) =>
        r.owner === host && r.type === type ? [r.address] : [],
      )
      if (addresses.length > 0)
        return addresses.slice(0, ADDRESSES_PER_HOST).map((address) => ({ address, port: world.port }))
    }
    return 'no_servers'
  }
}

function toDelegation({ zone, hosts }: Referral, port: number): Delegation {
  const servers = hosts.map(({ host, addresses }) => ({
    host,
    endpoints: addresses.map((address) => ({ address, port })),
  }))
  return { zone, servers }
}

function sameServers(a: Delegation, b: Delegation): boolean {
  const names = ({ zone, servers }: Delegation) => [zone, ...servers.map(({ host }) => host).sort()].join(' ')
  return names(a) === names(b)
}
