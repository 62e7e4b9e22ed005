import type { Call, Field, Noun } from './types'

interface Schema {
  $ref?: string
  type?: string
  anyOf?: Schema[]
  enum?: unknown[]
  items?: Schema
  default?: unknown
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  properties?: Record<string, Schema>
  required?: string[]
}
interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: Schema
}
interface Described {
  summary: string
  tags: string[]
  parameters?: Parameter[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  'x-letterhead': Omit<Call, 'method' | 'path' | 'summary' | 'fields' | 'writes'> & {
    effect: 'read' | 'write'
  }
}
export interface Document {
  servers: { url: string }[]
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

/** What the page draws, out of the description of the API: inputs only, grouped by noun. */
export function referenceOf(document: Document): Noun[] {
  const nouns = new Map<string, Call[]>()
  for (const [path, item] of Object.entries(document.paths))
    for (const [method, described] of Object.entries(item)) {
      const [noun = ''] = described.tags
      nouns.set(noun, [...(nouns.get(noun) ?? []), callOf(document, path, method, described)])
    }
  return [...nouns]
    .map(([name, calls]) => ({ name, calls }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

function callOf(document: Document, path: string, method: string, described: Described): Call {
  const { name, permission, scope, realm, effect, danger, streams } = described['x-letterhead']
  return {
    ...{ name, permission, scope, realm, danger, streams, summary: described.summary },
    method: method.toUpperCase(),
    path: `${document.servers[0]?.url ?? ''}${path}`,
    writes: effect === 'write',
    fields: fieldsOf(document, described),
  }
}

function fieldsOf(document: Document, { parameters = [], requestBody }: Described): Field[] {
  const given = parameters
    .filter((p) => p.in === 'path' || p.in === 'query')
    .map((p) => fieldOf(p.name, p.in as 'path' | 'query', p.schema ?? {}, p.required ?? false))
  const reference = requestBody?.content['application/json'].schema.$ref?.split('/').at(-1)
  const body = reference ? document.components.schemas[reference] : undefined
  const sent = Object.entries(body?.properties ?? {}).map(([name, schema]) =>
    fieldOf(name, 'body', schema, body?.required?.includes(name) ?? false),
  )
  return [...given, ...sent]
}

const kinds: Record<string, Field['kind']> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
}

function fieldOf(name: string, where: Field['in'], given: Schema, required: boolean): Field {
  const schema = given.anyOf?.find((one) => one.type !== 'null') ?? given
  return {
    ...{ name, in: where, required },
    kind: kinds[schema.type ?? ''] ?? 'json',
    values: (schema.enum ?? []).map(String),
    hint: hintOf(schema),
  }
}

function hintOf({ type, minimum, maximum, minLength, maxLength, ...schema }: Schema): string {
  const bounds =
    type === 'string' || type === undefined
      ? boundsOf(minLength, maxLength, ' characters')
      : boundsOf(minimum, maximum, '')
  return [
    type === 'array' && 'several with commas between',
    bounds,
    schema.default !== undefined && `otherwise ${String(schema.default)}`,
  ]
    .filter(Boolean)
    .join('; ')
}

function boundsOf(least: number | undefined, most: number | undefined, unit: string): string {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`
  if (most !== undefined) return `at most ${most}${unit}`
  return least === undefined ? '' : `at least ${least}${unit}`
}
