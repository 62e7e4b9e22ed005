import { z } from 'zod'
import type { operations } from '@/lib/operations'

export type AnyOperation = (typeof operations)[number]
interface Schema {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  minLength?: number
  minimum?: number
  default?: unknown
}

/** The path up to an operation's id, such as `/domains` of `/domains/{id}/check`: it tells what the id is of. */
export function idOf({ spec }: AnyOperation): { field: string; of: string } | null {
  const match = /^(.*?)\/\{(\w+)\}/.exec(spec.http?.path ?? '')
  return match ? { of: match[1]!, field: match[2]! } : null
}

/** Fields that name something of a tenant, wherever they stand. */
export const references = (o: AnyOperation): { field: string; of: string }[] => {
  const id = idOf(o)
  const others = Object.keys(schemaOf(o).properties ?? {}).filter(
    // A client id is whatever the client calls it: it names nothing of anybody.
    (f) => /Id$/.test(f) && f !== id?.field && f !== 'clientId',
  )
  // Several of a noun are named by `ids`, which are of the operation's own.
  const several =
    'ids' in (schemaOf(o).properties ?? {}) ? [{ field: 'ids', of: `/${o.spec.name.split('.')[0]!}` }] : []
  return [
    ...(id ? [id] : []),
    ...several,
    ...others.map((field) => ({ field, of: plural(field.slice(0, -2)) })),
  ]
}

const plural = (noun: string) => `/${noun}${/x$/.test(noun) ? 'es' : 's'}`

const schemas = new Map<AnyOperation, Schema>()

/** Made once: a walk asks for the same ones thousands of times. */
function schemaOf(o: AnyOperation): Schema {
  const made =
    schemas.get(o) ?? (z.toJSONSchema(o.spec.input, { io: 'input', unrepresentable: 'any' }) as Schema)
  schemas.set(o, made)
  return made
}

let made = 0

/** What a field of this name holds, of one operation or whatever operation has it: made anew each time, so that nothing is there already. */
const words: Record<string, () => unknown> = {
  name: () => `n${++made}.somewhere-new.dev`,
  clientId: () => `fresh client ${++made}`.replaceAll(' ', '-'),
  localPart: () => `box-${++made}`,
  agentSession: () => 'run 7',
  index: () => '0',
  email: () => `guest${++made}@somewhere-new.dev`,
  ownerEmail: () => `boss${++made}@somewhere-new.dev`,
  slug: () => `fresh-${++made}`,
  reason: () => 'the customer wrote in and asked for help',
  at: () => new Date().toISOString(),
  policy: () => ({}),
  workspace: () => 'default',
  file: () => `client_id,slug,name\nline-${++made},line-${made},Line`,
  'inboxes.open_many file': () => `tenant,local_part,client_id\nharbor,line-${++made},line-${made}`,
  'fleet.reconcile file': () => 'tenant,plan\nharbor,pro',
  idempotencyKey: () => `a click ${++made}`,
}

/**
 * An input that works, made from the operation's own schema, so that a new operation is walked without anyone adding it
 * here. `ids` stand for what the operation refers to.
 */
export function sampleInput(
  o: AnyOperation,
  ids: Record<string, string>,
  tenant: string,
): Record<string, unknown> {
  const { properties = {}, required = [] } = schemaOf(o)
  const input: Record<string, unknown> = {}
  for (const { field } of references(o)) {
    const choice = properties[field]?.enum
    input[field] =
      choice && !choice.includes(ids[field]) ? choice[0] : field === 'ids' ? [ids[field]] : ids[field]
  }
  // Bound to one thing or to another, never to both.
  if (input.domainId && input.inboxId) delete input.inboxId
  // What is left out is the same each time, and there already the second time.
  for (const field of [...required, ...('localPart' in properties ? ['localPart'] : [])])
    input[field] ??=
      field === 'tenant'
        ? tenant
        : o.spec.name.startsWith('keys.') && field === 'scopes'
          ? scopes(o)
          : valueOf(
              `${o.spec.name} ${field}` in words ? `${o.spec.name} ${field}` : field,
              properties[field] ?? {},
            )
  return input
}

const scopes = (o: AnyOperation) => [o.spec.permission === 'keys.oversee' ? 'tenants.search' : 'domains.read']

function valueOf(field: string, schema: Schema): unknown {
  const [first] = schema.enum ?? []
  if (first !== undefined) return first
  if (words[field]) return words[field]()
  if (schema.anyOf?.[0]) return valueOf(field, schema.anyOf[0])
  switch (schema.type) {
    case 'string':
      return 'x'.repeat(Math.max(8, schema.minLength ?? 0))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'array':
      return [valueOf(field, schema.items ?? {})]
    default:
      throw new Error(`no value for a field ${field}: ${JSON.stringify(schema)}`)
  }
}
