import { domainToASCII } from 'node:url'
import { decodes } from '@/lib/kernel/names'

/** An address as it is looked up: folded to lower case and A-labels. */
export interface MailAddress {
  /** without what follows a + */
  local: string
  /** what follows the first + (RFC 5233: sub-address); the sender's own word */
  detail: string | null
  domain: string
}

// RFC 5321 4.5.3.1: a path has 256 octets with its brackets and its route, a local part 64, a domain 255 with its root.
const [LONGEST_PATH, LONGEST, LONGEST_LOCAL, LONGEST_DOMAIN] = [256, 254, 64, 253]
// An atom's characters (RFC 5322 3.2.3), joined by dots.
const DOT_STRING = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/

/**
 * The recipient of a path (RFC 5321 4.1.2), null for what is none or cannot be one of ours: address literals, and local
 * parts that only a quoted string can hold. One that is quoted without need means what it means without (RFC 5321 4.1.2).
 */
export function parseAddress(path: string): MailAddress | null {
  const whole = path.trim()
  if (whole.length > LONGEST_PATH) return null
  // A source route is to be ignored (RFC 5321 3.6.1, appendix C).
  const text = whole.replace(/^<(.*)>$/s, '$1').replace(/^@[^\s,:@]+(?:,@[^\s,:@]+)*:/, '')
  if (text.length > LONGEST) return null
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  const local = foldLocal(text.slice(0, at))
  const domain = foldDomain(text.slice(at + 1))
  if (local === null || domain === null) return null
  const [base = '', ...rest] = local.split('+')
  return base === '' ? null : { local: base, detail: rest.length > 0 ? rest.join('+') : null, domain }
}

function foldLocal(text: string): string | null {
  const quoted = /^"(.*)"$/s.exec(text)
  const local = (quoted ? quoted[1]!.replace(/\\(.)/gs, '$1') : text).toLowerCase()
  return local.length <= LONGEST_LOCAL && DOT_STRING.test(local) ? local : null
}

function foldDomain(text: string): string | null {
  const name = text.normalize('NFC').replace(/\.$/, '')
  // What a URL's host would take for more than a name: escapes, ports, paths, and numbers that it reads as addresses.
  if (/[\s%:/?#\\@[\]]/.test(name) || /(^|\.)(\d+|0x[0-9a-f]*)$/i.test(name)) return null
  const ascii = domainToASCII(name).toLowerCase()
  if (ascii === '' || ascii.length > LONGEST_DOMAIN || !decodes(ascii)) return null
  return ascii.split('.').every((label) => label.length <= 63 && LABEL.test(label)) ? ascii : null
}
