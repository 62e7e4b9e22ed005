import { domainToASCII, domainToUnicode } from 'node:url'

// RFC 6761 and its registry, RFC 8375 (home.arpa), RFC 9476 (alt), ICANN's reserved `internal`, and names that
// private networks squat on.
const specialUse = [
  'alt',
  'arpa',
  'corp',
  'example',
  'example.com',
  'example.net',
  'example.org',
  'home',
  'internal',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
  'test',
]

/** Whether a name in A-labels is one that nobody can register. */
export const isSpecialUse = (name: string): boolean =>
  specialUse.some((s) => name === s || name.endsWith(`.${s}`))

/** Node takes an all-ASCII name as it is; an A-label that is no Punycode stays undecoded (RFC 5891 4.4). */
export const decodes = (ascii: string): boolean => {
  const unicode = domainToUnicode(ascii)
  return !/(^|\.)xn--/.test(unicode) && domainToASCII(unicode) === ascii
}
