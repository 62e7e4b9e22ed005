import type { Call, Field } from './document'
import { usage } from './refused'

export const kebab = (name: string) =>
  name.replaceAll('_', '-').replaceAll(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** Options that belong to every command: a field of that name is given as `--field-<name>`. */
const taken = [
  'json',
  'tenant',
  'url',
  'yes',
  'data',
  'all',
  'format',
  'output',
  'idempotency-key',
  'help',
  'once',
  'timeout',
]
export const flagOf = ({ name }: Field) =>
  taken.includes(kebab(name)) ? `field-${kebab(name)}` : kebab(name)

/** Fields that an option of every command says already: `--format`, `--idempotency-key`, and `--tenant` across tenants. */
export const isSaid = ({ streams, realm }: Call, field: Field): boolean =>
  field.in !== 'path' &&
  ((field.name === 'format' && streams) ||
    field.name === 'idempotencyKey' ||
    (field.name === 'tenant' && realm !== 'tenant'))

/** The path's parameters, then the one required field of the body when it is the only one and a plain value. */
export function positionalsOf(call: Call): Field[] {
  const path = call.fields.filter((field) => field.in === 'path')
  const required = call.fields.filter(
    (field) => field.in === 'body' && field.required && !isSaid(call, field),
  )
  const [only] = required
  return only && required.length === 1 && !['list', 'json'].includes(only.kind) ? [...path, only] : path
}

/** A typed value as the schema wants it; the server has the last word on it. */
export function valueOf(field: Field, text: string): unknown {
  const wrong = (what: string) => usage(`--${flagOf(field)} has to be ${what}.`)
  switch (field.kind) {
    case 'text':
      return text
    case 'list':
      return text.split(/[,\r\n]/).flatMap((part) => part.trim() || [])
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw wrong('true or false')
      return text === 'true'
    case 'integer':
    case 'number': {
      if (text === 'null') return null
      const number = Number(text)
      if (text.trim() === '' || !Number.isFinite(number)) throw wrong('a number')
      if (field.kind === 'integer' && !Number.isInteger(number)) throw wrong('a whole number')
      return number
    }
    case 'json':
      return parseJson(text, `--${flagOf(field)}`)
  }
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw usage(`${what} is not JSON.`)
  }
}
