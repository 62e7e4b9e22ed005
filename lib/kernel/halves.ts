/**
 * The first field that has half of a surrogate pair in it, wherever it stands below. It is no character (RFC 8259 8.2): the
 * database refuses it in JSON, and in text would keep another in its place.
 */
export const fieldWithHalf = (input: unknown): string | undefined =>
  isPlain(input) ? Object.entries(input).find((entry) => hasHalf(entry))?.[0] : undefined

function hasHalf(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed()
  if (Array.isArray(value)) return value.some(hasHalf)
  return isPlain(value) && Object.entries(value).some(hasHalf)
}

/** Bytes and dates are not gone through. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const made: unknown = Object.getPrototypeOf(value)
  return made === Object.prototype || made === null
}
