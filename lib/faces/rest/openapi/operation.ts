import { z } from 'zod'
import { allows, realmOf } from '@/lib/kernel/permissions'
import { hasBody, inputSchemaOf, type JsonSchema } from '../input-schema'
import { parameterOf, type AnyOperation, type Route } from '../router'

const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })

/** One operation, and the schemas that it brings along. */
export function describeOperation({ operation, pieces }: Route, tag: string) {
  const { spec } = operation
  const input = inputSchemaOf(operation)
  const inPath = pieces.flatMap((piece) => parameterOf(piece) ?? [])
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.includes(name))
  const isRequired = (name: string) => input.required?.includes(name) ?? false
  const title = titleOf(spec.name)
  const parameters = [
    ...inPath.map((name) => ({
      name,
      in: 'path',
      required: true,
      ...schemaAndWords(input.properties?.[name] ?? {}),
    })),
    ...(hasBody(operation)
      ? []
      : rest.map(([name, schema]) => ({
          ...{ name, in: 'query', ...(isRequired(name) && { required: true }) },
          ...schemaAndWords(schema),
        }))),
    ...(spec.streams ? [format] : []),
    ...(realmOf(spec.permission) === 'tenant' ? [ref('parameters', 'Tenant')] : []),
    ...(spec.effect === 'write' ? [ref('parameters', 'IdempotencyKey')] : []),
  ]
  const body: JsonSchema | undefined =
    hasBody(operation) && rest.length > 0
      ? {
          type: 'object',
          properties: Object.fromEntries(rest),
          required: rest.map(([name]) => name).filter(isRequired),
          additionalProperties: false,
        }
      : undefined
  return {
    operation: {
      ...{ operationId: spec.name, summary: spec.summary, tags: [tag] },
      ...(spec.danger && { description: `**${spec.danger}**` }),
      ...(parameters.length > 0 && { parameters }),
      ...(body && {
        requestBody: {
          required: (body.required ?? []).length > 0,
          content: { 'application/json': { schema: ref('schemas', `${title}Input`) } },
        },
      }),
      responses: {
        200: done(operation, title),
        '4XX': ref('responses', 'Refused'),
        '5XX': ref('responses', 'Refused'),
      },
      'x-letterhead': aboutOf(operation),
    },
    schemas: {
      ...(body && { [`${title}Input`]: body }),
      ...(!spec.streams && !spec.file && { [`${title}Output`]: outputOf(operation) }),
    },
  }
}

/** What no standard field of OpenAPI says, for command lines and tools. */
const aboutOf = ({ spec }: AnyOperation) => ({
  name: spec.name,
  permission: spec.permission,
  /** whether a key can have it as a scope */
  scope: allows(spec.permission, 'key') || allows(spec.permission, 'platform_key'),
  realm: realmOf(spec.permission),
  effect: spec.effect,
  danger: spec.danger ?? null,
  secret: spec.secret ?? [],
  streams: spec.streams ?? false,
  file: spec.file ?? false,
  idempotent: spec.effect === 'write',
})

const done = ({ spec }: AnyOperation, title: string) => ({
  description: 'Done.',
  headers: {
    'X-Request-Id': ref('headers', 'RequestId'),
    'RateLimit-Policy': ref('headers', 'RateLimitPolicy'),
    RateLimit: ref('headers', 'RateLimit'),
    ...(spec.effect === 'write' && { 'Idempotency-Replayed': ref('headers', 'IdempotencyReplayed') }),
  },
  content: contentOf(spec, title),
})

const contentOf = (spec: AnyOperation['spec'], title: string) => {
  if (spec.file) return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return spec.streams
    ? {
        'application/json': {
          schema: { type: 'array', items: { type: 'object', additionalProperties: true } },
        },
        'text/csv': { schema: { type: 'string' } },
      }
    : { 'application/json': { schema: ref('schemas', `${title}Output`) } }
}

const format = {
  name: 'format',
  in: 'query',
  description: 'One array of objects, or a table with a line of names.',
  schema: { type: 'string', enum: ['json', 'csv'], default: 'json' },
}

const schemaAndWords = ({ description, ...schema }: JsonSchema) => ({
  ...(description !== undefined && { description }),
  schema,
})

function outputOf({ spec }: AnyOperation): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(spec.output, { io: 'output', unrepresentable: 'any' })
  return open(schema) as JsonSchema
}

/** Answers may get more fields one day: nobody is told that there are no others. */
function open(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(open)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name, value]) => !(name === 'additionalProperties' && value === false))
      .map(([name, value]) => [name, open(value)]),
  )
}

/** `domains.list_all` becomes `DomainsListAll`. */
const titleOf = (name: string) =>
  name.replaceAll(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())
