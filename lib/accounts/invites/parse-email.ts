import { domainToASCII } from 'node:url'
import { AppError } from '@/lib/kernel/errors'

// RFC 5321 4.5.3.1: 64 octets before the @, 254 in all (RFC 3696 erratum 1690).
const MOST = 254
const MOST_LOCAL = 64
// RFC 5322 3.2.3 dot-atom. Quoted local parts are allowed there and used by nobody.
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * The address somebody typed, in the one form that is kept: trimmed, lower case, the domain as DNS has it.
 * @throws AppError email_malformed
 */
export function parseEmail(text: string): string {
  const [local = '', domain = '', ...more] = text.trim().toLowerCase().split('@')
  const name = domainToASCII(domain)
  const labels = name.split('.')
  const email = `${local}@${name}`
  const isRight =
    more.length === 0 &&
    email.length <= MOST &&
    local.length <= MOST_LOCAL &&
    LOCAL.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!)
  if (!isRight) throw new AppError('email_malformed', { field: 'email' })
  return email
}
