import type { z } from 'zod'
import type { Caller } from '@/lib/kernel/caller'
import type { Http, OperationSpec } from '@/lib/kernel/operation'

/** An operation whatever it takes and gives; what a stranger sends is parsed by the operation itself. */
export interface AnyOperation {
  (caller: Caller, input: never): Promise<unknown>
  readonly spec: OperationSpec & { input: z.ZodType; output: z.ZodType }
}

export interface Route {
  operation: AnyOperation
  http: Http
  /** the pieces of its path; a parameter is kept as `{name}` */
  pieces: string[]
}

export type Match = { route: Route; params: Record<string, string> } | { route?: undefined; allow: string[] }

export const parameterOf = (piece: string): string | undefined => /^\{(\w+)\}$/.exec(piece)?.[1]

/** The operations that programs have a door to. A piece that is a word goes before one that is a parameter. */
export const routesOf = (operations: readonly AnyOperation[]): Route[] =>
  operations
    .flatMap((operation) => {
      const { http, doors = 'all' } = operation.spec
      return http && doors === 'all' ? { operation, http, pieces: http.path.slice(1).split('/') } : []
    })
    .toSorted((a, b) => rank(a).localeCompare(rank(b)))

const rank = ({ pieces }: Route) => pieces.map((piece) => (parameterOf(piece) ? '1' : '0')).join('')

/**
 * Finds the route of a request. `path` is what stands below /api/v1, still encoded.
 * Without a route, `allow` names the methods that the same path has; empty when there is no such path.
 */
export function findRoute(routes: Route[], method: string, path: string): Match {
  const asked = decode(path.slice(1).split('/'))
  if (!asked) return { allow: [] }
  const here = routes.flatMap((route) => {
    const params = paramsOf(route.pieces, asked)
    return params ? { route, params } : []
  })
  // What a word names is never taken for a parameter, whatever the method.
  const nearest = here.filter((one) => rank(one.route) === rank(here[0]!.route))
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = nearest.find(({ route }) => route.http.method === wanted)
  return found ?? { allow: allowed(nearest.map(({ route }) => route.http.method)) }
}

function paramsOf(pieces: string[], asked: string[]): Record<string, string> | undefined {
  if (pieces.length !== asked.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, piece] of pieces.entries()) {
    const name = parameterOf(piece)
    if (name ? asked[at] === '' : piece !== asked[at]) return undefined
    if (name) params[name] = asked[at]!
  }
  return params
}

const allowed = (methods: Http['method'][]): string[] =>
  methods.length > 0 ? [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted() : []

function decode(pieces: string[]): string[] | undefined {
  try {
    return pieces.map(decodeURIComponent)
  } catch {
    return undefined
  }
}
