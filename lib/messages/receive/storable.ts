import { clean } from '@/lib/gateways/mime'

/** A value as jsonb takes it: of a stranger's words what it refuses is replaced, however deep they stand. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T
  if (Array.isArray(value)) return value.map(storable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), storable(inner)])) as T
}
