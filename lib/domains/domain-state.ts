import { after, DAY, HOUR } from '@/lib/kernel/clock'
import type { RecordView } from './view'

export type State = 'provisioning' | 'pending' | 'verifying' | 'ready' | 'degraded' | 'failed' | 'deleting'
export type Receiving = 'off' | 'pending' | 'ready' | 'lost'
export type Known = 'missing' | 'mismatch' | 'found'

/** What a domain's state is derived from. Times are the database's. */
export interface StateInput {
  now: Date
  deleting: boolean
  /** identity, return path and associations are in place at the mail network */
  provisioned: boolean
  /** last verdict per key that was not `unknown` */
  known: Partial<Record<RecordView['key'], Known>>
  ownershipRequired: boolean
  confirmed: { dkim: boolean; mailFrom: boolean }
  readyAt: Date | null
  lostSince: Date | null
  deadlineAt: Date
  receiving: Receiving
}

export interface StateOutput {
  state: State
  receiving: Receiving
  lostSince: Date | null
}

/** How long a domain is looked for, and how long a lost record may take to come back. */
export const LOOK_FOR = 72 * HOUR
export const GRACE = 3 * DAY

const dkimKeys = ['dkim1', 'dkim2', 'dkim3'] as const
const mailFromKeys = ['return_path', 'spf'] as const

/** The two axes of sending: a signature of the domain's, and an envelope of the domain's. */
export function axes(known: StateInput['known']): { dkim: boolean; mailFrom: boolean } {
  return {
    dkim: dkimKeys.every((k) => known[k] === 'found'),
    mailFrom: mailFromKeys.every((k) => known[k] === 'found'),
  }
}

/** The state as a pure function of records, confirmation and time. */
export function domainState(input: StateInput): StateOutput {
  const { dkim, mailFrom } = axes(input.known)
  const proven = !input.ownershipRequired || input.known.ownership === 'found'
  const dnsRight = dkim && mailFrom && proven
  const lostSince = input.readyAt && !dnsRight ? (input.lostSince ?? input.now) : null
  return { state: sending(input, dnsRight, lostSince), receiving: receiving(input), lostSince }
}

function sending(input: StateInput, dnsRight: boolean, lostSince: Date | null): State {
  if (input.deleting) return 'deleting'
  if (lostSince) return input.now > after(lostSince, GRACE) ? 'failed' : 'degraded'
  if (!dnsRight && input.now > input.deadlineAt) return 'failed'
  if (!input.provisioned)
    return input.ownershipRequired && input.known.ownership !== 'found' ? 'pending' : 'provisioning'
  if (!dnsRight) return 'pending'
  return input.confirmed.dkim && input.confirmed.mailFrom ? 'ready' : 'verifying'
}

function receiving({ known, confirmed, receiving, deleting }: StateInput): Receiving {
  if (deleting || receiving === 'off') return 'off'
  // The mail network takes mail only for domains whose keys it has confirmed.
  if (known.inbound === 'found' && confirmed.dkim) return 'ready'
  return receiving === 'ready' || receiving === 'lost' ? 'lost' : 'pending'
}
