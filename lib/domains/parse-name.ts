import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { parse } from 'tldts'
import { AppError } from '@/lib/kernel/errors'
import { decodes, isSpecialUse } from '@/lib/kernel/names'

/**
 * Folds what a person typed into the name as DNS has it: A-labels, lower case, no final dot.
 * @throws AppError with a `domain_*` code, tied to the field `name`.
 */
export function parseDomainName(input: string): string {
  const typed = input.trim()
  if (typed === '') refuse('domain_empty')
  if (isIP(typed)) refuse('domain_malformed')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) || /[/?#\\]/.test(typed) || /:\d*$/.test(typed))
    refuse('domain_is_url')
  if (typed.includes('@')) refuse('domain_is_address')
  if (/[\s%:]/.test(typed)) refuse('domain_malformed')

  // UTS 46 also maps full-width dots and letters; it answers '' for what no DNS name can be.
  const undotted = typed.normalize('NFC').replace(/[.\u3002\uff0e\uff61]$/, '')
  if (undotted.length > 253 || undotted.split('.').some((label) => label.length > 63))
    refuse('domain_too_long')
  const ascii = domainToASCII(undotted)
  if (ascii === '') refuse('domain_malformed')
  if (ascii.length > 253 || ascii.split('.').some((label) => label.length > 63)) refuse('domain_too_long')
  if (isSpecialUse(ascii)) refuse('domain_special_use')

  // A host name's labels (RFC 1123 2.1): letters, digits, inner hyphens.
  const wellFormed = ascii.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
  const facts = parse(ascii, { allowPrivateDomains: true })
  if (!wellFormed || facts.isIp || !decodes(ascii)) refuse('domain_malformed')
  if (!ascii.includes('.') && !facts.isIcann) refuse('domain_malformed')
  if (facts.publicSuffix === ascii)
    throw new AppError('domain_public_suffix', {
      field: 'name',
      say: `${ascii} is shared by many owners. Add a name you own, such as mail.yourname.${ascii}.`,
    })
  return ascii
}

function refuse(code: ConstructorParameters<typeof AppError>[0]): never {
  throw new AppError(code, { field: 'name' })
}
