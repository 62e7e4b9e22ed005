import { AppError } from '@/lib/kernel/errors'

// An atom's characters (RFC 5322 3.2.3), joined by dots (RFC 5321 4.1.2); quoted strings are legal, and broken by many.
const DOT_STRING = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
// Role names that belong to whoever runs the domain (RFC 2142), and the sender of bounces.
const RESERVED = new Set([
  'abuse',
  'hostmaster',
  'mailer-daemon',
  'noc',
  'postmaster',
  'security',
  'webmaster',
])

/** The part before the @, in lower case, 64 octets at most (RFC 5321 4.5.3.1.1). @throws AppError local_part_malformed */
export function parseLocalPart(text: string, field: string): string {
  const localPart = text.trim().toLowerCase()
  if (localPart.length > 64 || !DOT_STRING.test(localPart))
    throw new AppError('local_part_malformed', { field })
  if (RESERVED.has(localPart))
    throw new AppError('local_part_malformed', {
      field,
      say: `${localPart}@ belongs to whoever runs the domain.`,
    })
  return localPart
}
