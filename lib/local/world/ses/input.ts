import { badRequest } from './errors'

export type Body = Record<string, unknown>

const member = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
const broken = (name: string, rule: string) =>
  badRequest(`1 validation error detected: Value at '${member(name)}' failed to satisfy constraint: ${rule}`)

export function isObject(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function object(body: Body, name: string): Body | undefined {
  const value = body[name] ?? undefined
  if (value === undefined || isObject(value)) return value
  throw broken(name, 'Member must be a structure')
}

export function text(body: Body, name: string): string | undefined {
  const value = body[name] ?? undefined
  if (value === undefined || typeof value === 'string') return value
  throw broken(name, 'Member must be a string')
}

export function requiredText(body: Body, name: string): string {
  const value = text(body, name)
  if (value === undefined) throw broken(name, 'Member must not be null')
  return value
}

export function flag(body: Body, name: string): boolean | undefined {
  const value = body[name] ?? undefined
  if (value === undefined || typeof value === 'boolean') return value
  throw broken(name, 'Member must be a boolean')
}

export function list(body: Body, name: string): unknown[] {
  const value = body[name] ?? []
  if (Array.isArray(value)) return value
  throw broken(name, 'Member must be a list')
}

export function texts(body: Body, name: string): string[] {
  return list(body, name).map((value) => {
    if (typeof value === 'string') return value
    throw broken(name, 'Member must be a list of strings')
  })
}

export function choice<T extends string>(body: Body, name: string, values: readonly T[]): T | undefined {
  const value = text(body, name)
  if (value === undefined) return undefined
  const known = values.find((one) => one === value)
  if (known) return known
  throw broken(name, `Member must satisfy enum value set: [${[...values].sort().join(', ')}]`)
}

export function requiredChoice<T extends string>(body: Body, name: string, values: readonly T[]): T {
  requiredText(body, name)
  const value = choice(body, name, values)
  if (value === undefined) throw broken(name, 'Member must not be null')
  return value
}
