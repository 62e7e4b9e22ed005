import { createHash } from 'node:crypto'
import { AppError } from '@/lib/kernel/errors'

/**
 * The Idempotency-Key of a request, if it has one. draft-ietf-httpapi-idempotency-key-header-07 2.1 writes it as a
 * string of structured fields, in quotes; without them it means the same.
 * @throws AppError idempotency_key_invalid
 */
export function idempotencyKeyIn(headers: Headers): string | null {
  const header = headers.get('idempotency-key')
  if (header === null) return null
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw new AppError('idempotency_key_invalid')
  return key
}

/** What was asked for, in 64 characters: the same for the same call, whatever the order of its fields. */
export const fingerprint = (operation: string, input: unknown): string =>
  createHash('sha256')
    .update(`${operation} ${canonical(input)}`)
    .digest('hex')

/** JSON with sorted names (RFC 8785, as far as the values of JSON.parse need it). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
  return `{${fields.join(',')}}`
}
