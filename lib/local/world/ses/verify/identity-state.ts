import type { Identity } from '../../store/entities'
import { advance, type Sighting } from './advance'

export interface Sightings {
  dkim: Sighting
  mailFrom?: Sighting
}

/** What one look at the DNS makes of an identity; the same object when nothing changed. */
export function observe(identity: Identity, seen: Sightings, now: number, confirmDelayMs: number): Identity {
  const dkim = advance(identity.dkim, seen.dkim, now, confirmDelayMs)
  const mailFrom =
    identity.mailFrom && seen.mailFrom
      ? advance(identity.mailFrom, seen.mailFrom, now, confirmDelayMs)
      : identity.mailFrom
  const after = settle({ ...identity, dkim, mailFrom }, now)
  return JSON.stringify(after) === JSON.stringify(identity) ? identity : after
}

/** The identity follows its keys, except that a rotation (keys PENDING again) leaves it as it was. */
export function settle(identity: Identity, now: number): Identity {
  const { dkim, verification } = identity
  if (verification.held || dkim.status === 'PENDING' || dkim.status === 'NOT_STARTED') return identity
  if (verification.status === dkim.status) return identity
  const lastSuccessAt = dkim.status === 'SUCCESS' ? now : identity.lastSuccessAt
  return {
    ...identity,
    verification: { status: dkim.status },
    ...(lastSuccessAt !== undefined && { lastSuccessAt }),
  }
}

/** Whether anything is still searched for; a verified identity is only looked at now and then. */
export function pace(identity: Identity): 'search' | 'watch' | 'rest' {
  if (identity.type !== 'DOMAIN') return 'rest'
  const states = [identity.dkim.status, identity.mailFrom?.status]
  if (states.includes('PENDING') || states.includes('TEMPORARY_FAILURE')) return 'search'
  if (identity.dkim.wrongSince !== undefined || identity.mailFrom?.wrongSince !== undefined) return 'search'
  return states.includes('SUCCESS') ? 'watch' : 'rest'
}
