import type { Endpoint } from './endpoint'
import type { Failure } from './types'

export interface Failed {
  failure: Failure
  server: Endpoint | null
}

// What tells most comes first: a server that said something, then one that said nothing, then none at all.
const BY_WEIGHT: Failure[] = [
  'servfail',
  'refused',
  'malformed',
  'timeout',
  'rate_limited',
  'network',
  'blocked_address',
  'no_servers',
]

/** The one failure that stands for all of them; `no_servers` when there was nobody to fail. */
export function tellingFailure(failures: Failed[]): Failed {
  const [first] = failures.toSorted((a, b) => BY_WEIGHT.indexOf(a.failure) - BY_WEIGHT.indexOf(b.failure))
  return first ?? { failure: 'no_servers', server: null }
}

/** Silence may be a lost packet. A refusal is an answer. */
export function isWorthAnotherTry(failure: Failure): boolean {
  return failure === 'timeout' || failure === 'malformed'
}
