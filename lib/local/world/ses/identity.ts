import type { Identity } from '../store/entities'
import type { Ses } from './context'
import { badRequest, identityMissing } from './errors'

// RFC 1035 2.3.4 lengths; an underscore is no part of a host name.
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/
const ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,64}@([^@]+)$/

/** Domains are kept in lower case; the local part of an address keeps its spelling. */
export function identityName(given: string): { name: string; type: Identity['type'] } {
  const lower = given.toLowerCase()
  if (DOMAIN.test(lower)) return { name: lower, type: 'DOMAIN' }
  const domain = ADDRESS.exec(given)?.[1]?.toLowerCase()
  if (domain && DOMAIN.test(domain))
    return { name: `${given.slice(0, given.lastIndexOf('@'))}@${domain}`, type: 'EMAIL_ADDRESS' }
  throw badRequest(`Invalid email address or domain name: ${given}`)
}

export function normalName(given: string): string {
  const at = given.lastIndexOf('@')
  return given.slice(0, at + 1) + given.slice(at + 1).toLowerCase()
}

export function findIdentity(ses: Ses, given: string): Identity {
  const name = normalName(given)
  const identity = ses.store.identities.get(name)
  if (!identity) throw identityMissing(given)
  return identity
}

export function changeIdentity(ses: Ses, given: string, change: (identity: Identity) => Identity): object {
  const identity = findIdentity(ses, given)
  ses.store.identities.put(identity.name, change(identity))
  return {}
}

/** SES goes on sending for a while after the records were lost. */
export const maySend = (identity: Identity): boolean =>
  identity.verification.status === 'SUCCESS' || identity.verification.status === 'TEMPORARY_FAILURE'
