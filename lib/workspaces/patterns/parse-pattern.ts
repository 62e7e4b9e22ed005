import { domainToASCII } from 'node:url'
import { parse } from 'tldts'
import { AppError } from '@/lib/kernel/errors'
import { decodes, isSpecialUse } from '@/lib/kernel/names'

/** A workspace is told apart by a handful of names; a list of domains belongs to its tenants. */
export const MOST_PATTERNS = 50

/** The patterns of a workspace as they are kept, each once. @throws AppError pattern_malformed | invalid_input */
export const parsePatterns = (typed: string[]): string[] =>
  [...new Set(typed.map((one) => parsePattern(one)))].toSorted()

/**
 * Folds what a person typed into `acme.com` or `*.acme.com` as DNS has the name: A-labels, lower case, no final dot.
 * A name that many owners share would pull strangers in, so it is none.
 * @throws AppError pattern_malformed, tied to the field `patterns`
 */
export function parsePattern(typed: string): string {
  const text = typed.trim()
  const [, star = '', rest = ''] = /^(\*\.)?(.*)$/s.exec(text)!
  const undotted = rest.normalize('NFC').replace(/[.\u3002\uff0e\uff61]$/, '')
  // What the function below would read as an address or a part of one.
  if (undotted === '' || /[\s%:/?#\\@*]/.test(undotted)) refuse(text)
  const name = domainToASCII(undotted)
  if (name === '' || `${star}${name}`.length > 253) refuse(text)
  // A host name's labels (RFC 1123 2.1, RFC 1035 2.3.4): up to 63 letters, digits, inner hyphens.
  const wellFormed = name.split('.').every((label) => /^(?!.{64})[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
  const facts = parse(name, { allowPrivateDomains: true })
  if (!wellFormed || facts.isIp || !decodes(name)) refuse(text)
  if (facts.publicSuffix === name)
    refuse(text, `${name} is shared by many owners.`, `Name one of them, such as *.acme.${name}.`)
  if (isSpecialUse(name)) refuse(text, `${name} is reserved and nobody’s.`, 'Take a name that somebody owns.')
  if (!name.includes('.')) refuse(text)
  return `${star}${name}`
}

function refuse(typed: string, why?: string, next?: string): never {
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
  throw new AppError('pattern_malformed', {
    field: 'patterns',
    say: why ?? `“${shown}” is no pattern of names.`,
    next: next ?? 'Write acme.com for one name, or *.acme.com for all below it.',
  })
}
