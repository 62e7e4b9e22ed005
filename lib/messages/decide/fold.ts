import { domainToASCII } from 'node:url'

/** Text for comparing: one form of each letter, lower case. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** A domain as it is compared: A-labels, lower case, no final dot. What is no name stays as it was written. */
export function foldDomain(domain: string): string {
  const plain = domain.trim().toLowerCase().replace(/\.$/, '')
  return domainToASCII(plain) || plain
}

/** What stands behind the last @, folded; empty where there is none. */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? '' : foldDomain(address.slice(at + 1).replace(/>\s*$/, ''))
}

/** An address as it is compared. The part before the @ too: no operator of today tells case apart in it. */
export function foldAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 ? fold(address.trim()) : `${fold(address.slice(0, at).trim())}@${domainOf(address)}`
}
