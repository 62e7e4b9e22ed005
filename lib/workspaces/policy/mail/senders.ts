import { domainToASCII } from 'node:url'
import { parse } from 'tldts'
import { decodes } from '@/lib/kernel/names'

/** What stands before the @ (RFC 5321 4.5.3.1.1): up to 64 octets; quoted ones are nobody's. */
const localPart = /^[^\s@"<>(),:;[\]\\]+$/

/**
 * An entry of a list of senders as it is kept: an address, a name, or `*.name` for all below it; in lower case, names in
 * A-labels. Null for what is none.
 */
export function foldSender(typed: string): string | null {
  const text = typed.trim().normalize('NFC').toLowerCase()
  const at = text.lastIndexOf('@')
  // `@acme.com` is what people write for all of a name.
  if (at <= 0) return foldName(text.slice(at + 1), at < 0)
  const [local, name] = [text.slice(0, at), foldName(text.slice(at + 1), false)]
  const fits = Buffer.byteLength(local) <= 64 && localPart.test(local)
  return fits && name ? `${local}@${name}` : null
}

/** A name that mail can come from, in A-labels; where `wild`, also all below one. */
export function foldName(typed: string, wild: boolean): string | null {
  const [, star = '', rest = ''] = /^(\*\.)?(.*)$/s.exec(typed.trim())!
  if (star !== '' && !wild) return null
  const undotted = rest.normalize('NFC').replace(/[.\u3002\uff0e\uff61]$/, '')
  if (undotted === '' || /[\s%:/?#\\@*]/.test(undotted)) return null
  const name = domainToASCII(undotted)
  // RFC 1035 2.3.4; underscores do occur in names that mail comes from.
  const wellFormed = name
    .split('.')
    .every((label) => /^(?!.{64})[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label))
  if (!wellFormed || name.length > 253 || parse(name).isIp || !decodes(name)) return null
  // A whole top-level domain can be meant, but only all below it.
  return name.includes('.') || star !== '' ? `${star}${name}` : null
}

/** Whether a name, or what a wildcard stands below, is one that many owners share: `co.uk`, `github.io`, `com`. */
export function isShared(entry: string): boolean {
  if (!entry.startsWith('*.')) return false
  const name = entry.slice(2)
  return parse(name, { allowPrivateDomains: true }).publicSuffix === name
}
