import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** URL-safe random token of `bytes` random bytes (default 32: 256 bits). */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString('base64url')

/** Random lower-case letters and digits that survive every DNS panel's form. */
export const randomLabel = (bytes = 16): string => randomBytes(bytes).toString('hex')

/** How secrets that are only compared are kept: SHA-256, hex. They are random, so no salt or stretching is due. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [hashSecret(a), hashSecret(b)].map((h) => Buffer.from(h, 'hex'))
  return timingSafeEqual(x!, y!)
}

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)

/** 2 to 40 lower-case letters, digits and single inner hyphens; never in the form of an id, for which it could be taken. */
export const isSlug = (text: string): boolean =>
  text.length >= 2 && text.length <= 40 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && !isUuid(text)
