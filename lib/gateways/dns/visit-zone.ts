import type { Budget } from './ask-server'
import type { Delegation, NameServer } from './delegations'
import { type Endpoint, formatEndpoint } from './endpoint'
import { type Failed, isWorthAnotherTry, tellingFailure } from './failures'
import type { Question, Reply } from './message'
import { nextStep, type Referral, type Step } from './next-step'
import type { Failure } from './types'
import type { World } from './world'

export type Visited = { reply: Reply; server: Endpoint } | { referral: Referral } | Failed

export type FindAddresses = (host: string) => Promise<Endpoint[] | Failure>

// Hosts without glue that one zone may make us look for; more is how the NXNSAttack amplifies.
const UNKNOWN_HOSTS_PER_ZONE = 4

/** Asks the servers of one zone, one after the other, until one answers or knows the way down. */
export async function visitZone(
  world: World,
  zone: Delegation,
  question: Question,
  budget: Budget,
  findAddresses: FindAddresses,
): Promise<Visited> {
  const failures: Failed[] = []
  const settled = new Set<string>()

  for (let attempt = 1; attempt <= world.attempts; attempt++) {
    for await (const server of endpointsOf(zone, attempt === 1 ? findAddresses : null, failures)) {
      if (settled.has(formatEndpoint(server))) continue
      const asked = await world.askServer(server, question, false, budget)
      const step: Step =
        'reply' in asked ? nextStep(asked.reply, question, zone.zone) : { step: 'next_server', ...asked }
      if (step.step === 'answer') return { reply: step.reply, server }
      if (step.step === 'down') return { referral: step.to }
      failures.push({ failure: step.failure, server })
      if ('reply' in asked || !isWorthAnotherTry(step.failure)) settled.add(formatEndpoint(server))
    }
  }
  return tellingFailure(failures)
}

/** Known addresses first, starting at a random one; then those that have to be looked for. */
async function* endpointsOf(zone: Delegation, findAddresses: FindAddresses | null, failures: Failed[]) {
  const unknown = zone.servers.filter(({ endpoints }) => endpoints.length === 0)
  yield* spread(zone.servers)
  if (!findAddresses) return
  for (const server of unknown.slice(0, UNKNOWN_HOSTS_PER_ZONE)) {
    const found = await findAddresses(server.host)
    if (typeof found === 'string') failures.push({ failure: found, server: null })
    else yield* (server.endpoints = found)
  }
}

/** One address of every server, then every server's second: two addresses of one host fail together. */
function spread(servers: NameServer[]): Endpoint[] {
  const start = Math.floor(Math.random() * servers.length)
  const rotated = [...servers.slice(start), ...servers.slice(0, start)]
  const most = Math.max(0, ...servers.map(({ endpoints }) => endpoints.length))
  return Array.from({ length: most }, (_, n) => rotated.flatMap(({ endpoints }) => endpoints[n] ?? [])).flat()
}
