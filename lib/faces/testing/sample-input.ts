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
  const others = Object.keys(schemaOf(o).properties ?? {}).filter((f) => /Id$/.test(f) && f !== id?.field)
  return [...(id ? [id] : []), ...others.map((field) => ({ field, of: `/${field.slice(0, -2)}s` }))]
}

const schemaOf = (o: AnyOperation) =>
  z.toJSONSchema(o.spec.input, { io: 'input', unrepresentable: 'any' }) as Schema

let made = 0

/** What a field of this name holds, whatever operation has it: made anew each time, so that nothing is there already. */
const words: Record<string, () => unknown> = {
  name: () => `n${++made}.somewhere-new.dev`,
  email: () => `guest${++made}@somewhere-new.dev`,
  ownerEmail: () => `boss${++made}@somewhere-new.dev`,
  slug: () => `fresh-${++made}`,
  reason: () => 'the customer wrote in and asked for help',
  at: () => new Date().toISOString(),
  policy: () => ({}),
  workspace: () => 'default',
  file: () => `client_id,slug,name\nline-${++made},line-${made},Line`,
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
    input[field] = choice && !choice.includes(ids[field]) ? choice[0] : ids[field]
  }
  for (const field of required)
    input[field] ??=
      field === 'tenant'
        ? tenant
        : o.spec.name.startsWith('keys.') && field === 'scopes'
          ? scopes(o)
          : valueOf(field, properties[field] ?? {})
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
