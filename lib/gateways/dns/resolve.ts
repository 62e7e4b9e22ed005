import { askResolvers } from './ask-resolvers'
import { formatEndpoint } from './endpoint'
import { foldName, isAskable } from './name'
import { apexIn, toLookup } from './read-answer'
import type { Lookup, RecordType } from './types'
import { walk } from './walk'
import type { World } from './world'

/** A finding, and the zone a negative answer spoke for. */
export interface Resolved {
  lookup: Lookup
  apex: string | null
}

const PACKETS_PER_WALK = 30
// Four servers, asked twice each, may all be silent before we turn to the resolvers.
const SILENCES_PER_WALK = 8

/** Asks the authoritative servers, then the resolvers. Absence is only told when somebody said so. */
export async function resolve(world: World, written: string, type: RecordType): Promise<Resolved> {
  const name = foldName(written)
  if (!isAskable(name)) return failed(name, type, 'malformed', null)
  const question = { name, type }
  const deadline = world.now() + SILENCES_PER_WALK * world.timeoutMs
  const walked = await walk(world, question, { packets: PACKETS_PER_WALK, deadline })
  if ('reply' in walked) return found(walked, 'authoritative')

  const second = await askResolvers(world, question)
  if ('reply' in second) return found(second, 'resolver')
  const { failure, server } = walked.failure === 'no_servers' ? second : walked
  return failed(name, type, failure, server && formatEndpoint(server))

  function found(
    { reply, server }: Extract<typeof walked, { reply: unknown }>,
    source: 'authoritative' | 'resolver',
  ) {
    return { lookup: toLookup(reply, question, source, formatEndpoint(server)), apex: apexIn(reply, name) }
  }
}

export function failed(
  name: string,
  type: RecordType,
  failure: Extract<Lookup, { outcome: 'failed' }>['failure'],
  server: string | null,
): Resolved {
  return { lookup: { outcome: 'failed', name, type, failure, server }, apex: null }
}
