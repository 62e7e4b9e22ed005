import { readFileSync } from 'node:fs'

/** What the commands are made from: the description of the API that the REST face publishes. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
  default?: unknown
  'x-from-file'?: boolean
}
interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
  $ref?: string
}
interface Described {
  summary?: string
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  'x-letterhead'?: {
    name: string
    realm: 'tenant' | 'platform' | 'person'
    effect: 'read' | 'write'
    danger?: string | null
    secret?: readonly string[] | null
    streams?: boolean
    file?: boolean
  }
}
export interface Document {
  servers?: { url: string }[]
  paths: Record<string, Record<string, Described | Parameter[] | undefined>>
  components?: { schemas?: Record<string, Schema>; parameters?: Record<string, Parameter> }
}

export interface Field {
  name: string
  in: 'path' | 'query' | 'body'
  required: boolean
  kind: 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'json'
  values: string[]
  description: string
  /** whether its value can be read from a file */
  fromFile: boolean
}

/** One operation as the command line sees it. */
export interface Call {
  name: string
  summary: string
  method: string
  path: string
  fields: Field[]
  realm: 'tenant' | 'platform' | 'person'
  writes: boolean
  danger: string | null
  secret: readonly string[]
  streams: boolean
  /** the answer is bytes to be saved */
  file: boolean
}

export const readDocument = (): Document =>
  JSON.parse(readFileSync(new URL('../../../public/openapi.json', import.meta.url), 'utf8')) as Document

const methods = ['get', 'post', 'put', 'patch', 'delete']

export function callsOf(document: Document): Call[] {
  const [server] = document.servers ?? []
  const base = server ? new URL(server.url, 'http://relative').pathname.replace(/\/$/, '') : ''
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const described = item[method]
      if (!described || Array.isArray(described) || !described['x-letterhead']) return []
      const { name, realm, effect, danger, secret, streams, file } = described['x-letterhead']
      return {
        ...{ name, realm, summary: described.summary ?? '', method: method.toUpperCase(), path: base + path },
        fields: fieldsOf(document, described, item['parameters'] as Parameter[] | undefined),
        writes: effect === 'write',
        danger: danger ?? null,
        secret: secret ?? [],
        streams: streams ?? false,
        file: file ?? false,
      }
    }),
  )
}

function fieldsOf(document: Document, { parameters = [], requestBody }: Described, shared: Parameter[] = []) {
  const said = [...shared, ...parameters]
    .map((p) => (p.$ref ? (document.components?.parameters?.[lastOf(p.$ref)] ?? p) : p))
    .filter((p) => p.in === 'path' || p.in === 'query')
    .map((p) => fieldOf(document, p.name, p.in as 'path' | 'query', p.schema, p.required, p.description))
  const body = resolve(document, requestBody?.content?.['application/json']?.schema)
  const given = Object.entries(body.properties ?? {}).map(([name, schema]) =>
    fieldOf(document, name, 'body', schema, body.required?.includes(name)),
  )
  return [...said, ...given]
}

function fieldOf(
  document: Document,
  name: string,
  where: Field['in'],
  given: Schema | undefined,
  required = false,
  description?: string,
): Field {
  const schema = resolve(document, given)
  return {
    ...{ name, in: where, required, kind: kindOf(schema) },
    values: (schema.enum ?? []).map(String),
    description: description ?? given?.description ?? schema.description ?? '',
    fromFile: given?.['x-from-file'] ?? false,
  }
}

const kinds: Record<string, Field['kind']> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
}

/** Words are listed; things of several fields are written as JSON. */
const kindOf = (schema: Schema): Field['kind'] =>
  schema.items?.properties
    ? 'json'
    : (kinds[[schema.type].flat().find((type) => type !== 'null') ?? (schema.enum ? 'string' : '')] ?? 'json')

/** The schema itself: references followed, and out of "this or null" the this. */
function resolve(document: Document, schema: Schema | undefined): Schema {
  if (schema?.$ref) return resolve(document, document.components?.schemas?.[lastOf(schema.$ref)])
  const choices = (schema?.anyOf ?? schema?.oneOf)?.filter((one) => one.type !== 'null')
  return choices?.length === 1 ? resolve(document, choices[0]) : (schema ?? {})
}

const lastOf = (ref: string) => ref.split('/').at(-1)!
