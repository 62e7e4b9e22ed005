import type { Identity } from '../../store/entities'
import { isWithin } from '../../dns/names'
import { maySend } from '../identity'
import { domainOf } from './addresses'

/** The most specific verified identity that covers an address: the address, its domain, a parent. */
export function senderIdentity(address: string, identities: Identity[]): Identity | undefined {
  return covering(address, identities).find(maySend)
}

/** Whose key signs: an address identity inherits the signature of the domain above it. */
export function signingIdentity(address: string, identities: Identity[]): Identity | undefined {
  return covering(address, identities).find(
    ({ type, dkim }) =>
      type === 'DOMAIN' && dkim.enabled && (dkim.status === 'SUCCESS' || dkim.status === 'TEMPORARY_FAILURE'),
  )
}

function covering(address: string, identities: Identity[]): Identity[] {
  const domain = domainOf(address)
  const exact = address.slice(0, address.lastIndexOf('@') + 1) + domain
  return identities
    .filter(({ name, type }) => (type === 'EMAIL_ADDRESS' ? name === exact : isWithin(domain, name)))
    .sort(
      (a, b) => Number(b.name.includes('@')) - Number(a.name.includes('@')) || b.name.length - a.name.length,
    )
}
