import { z } from 'zod'
import type { AnyOperation } from './router'

/** As much of JSON Schema as the inputs of operations use. */
export interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: unknown[]
  [more: string]: unknown
}

const known = new WeakMap<object, JsonSchema>()

/** What a stranger may send to an operation: an object, of which every field is known. */
export function inputSchemaOf({ spec }: AnyOperation): JsonSchema {
  let schema = known.get(spec)
  if (!schema) {
    const { $schema: _, ...made } = z.toJSONSchema(spec.input, { io: 'input', unrepresentable: 'any' })
    known.set(spec, (schema = made as JsonSchema))
  }
  return schema
}

/** The schema of the value itself, when it may also be null. */
export function withoutNull(schema: JsonSchema): JsonSchema {
  const others = schema.anyOf?.filter((one) => one.type !== 'null')
  return others?.length === 1 ? others[0]! : schema
}

/** Whether an operation's input comes from the body; else what is not in the path comes from the query. */
export const hasBody = ({ spec }: AnyOperation): boolean =>
  spec.http !== undefined && !['GET', 'DELETE'].includes(spec.http.method)
