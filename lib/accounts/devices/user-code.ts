import { createHmac, randomInt } from 'node:crypto'
import { derivedKey } from '@/lib/kernel/vault'

// RFC 8628 6.1: no vowels, so no words; upper or lower case alike. 20^8 codes, of which ten minutes' worth are right.
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

/** What a person compares or types: `XXXX-XXXX`. */
export function newUserCode(): string {
  const letters = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The code that somebody typed, in its one form; null when it cannot be one. */
export function parseUserCode(text: string): string | null {
  const letters = text.toUpperCase().replace(/[^A-Z]/g, '')
  if (!new RegExp(`^[${LETTERS}]{8}$`).test(letters)) return null
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Short enough to be tried out from a plain hash, so its hash is keyed. */
export const hashUserCode = (code: string): string =>
  createHmac('sha256', derivedKey('device codes')).update(code).digest('hex')
