import { operations } from '@/lib/operations'
import { routesOf, type AnyOperation, type Route } from '../router'
import { parts } from './parts'
import { describeOperation } from './operation'

const about = `Everything that the product can do, for programs: what a person clicks is the same call.

Calls are made with an API key, or as the person signed in to this browser. A call that acts in an organisation names it
in \`Letterhead-Tenant\`; a key that belongs to one may leave it out. Every success is a 200 with JSON. Every refusal has
the same shape: \`error.code\` never changes, \`error.next_step\` says what to do. A write with an \`Idempotency-Key\` may
be repeated safely for 24 hours. What an API key has left is told in \`RateLimit\`.`

/** The description of the API, from the operations' own schemas: OpenAPI 3.1. */
export function openapiOf(list: readonly AnyOperation[]) {
  const routes = routesOf(list).toSorted((a, b) => a.http.path.localeCompare(b.http.path, 'en'))
  const nouns = [...new Set(routes.map(nounOf))].toSorted()
  const described = routes.map((route) => ({ route, ...describeOperation(route, nounOf(route)) }))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Letterhead',
      version: '1',
      summary: 'E-mail identity for every customer of a platform.',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1', description: 'This installation.' }],
    security: [{ key: [] }, { session: [] }],
    tags: nouns.map((name) => ({ name, description: `Calls about ${name}.` })),
    paths: pathsOf(described),
    components: {
      ...parts,
      schemas: { ...parts.schemas, ...(Object.assign({}, ...described.map((one) => one.schemas)) as object) },
    },
  }
}

const nounOf = ({ operation }: Route) => operation.spec.name.split('.')[0]!

function pathsOf(described: { route: Route; operation: object }[]) {
  const paths: Record<string, Record<string, object>> = {}
  for (const { route, operation } of described)
    (paths[route.http.path] ??= {})[route.http.method.toLowerCase()] = operation
  return paths
}

let written: string | undefined

/** As it stands in public/openapi.json, byte for byte. */
export const openapiText = (): string => (written ??= `${JSON.stringify(openapiOf(operations), null, 2)}\n`)
