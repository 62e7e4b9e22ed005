import type { State } from './domain-state'

export type Identity = 'own' | 'own_dkim_only' | 'own_spf_only' | 'shared' | 'blocked'
export type Reason =
  | 'all_in_place'
  | 'not_ready_yet'
  | 'return_path_lost'
  | 'signature_lost'
  | 'both_lost'
  | 'shared_path_not_ready'

export interface SenderInput {
  state: State
  /** both axes as last known from DNS, and as confirmed by the mail network */
  dns: { dkim: boolean; mailFrom: boolean }
  confirmed: { dkim: boolean; mailFrom: boolean }
  everReady: boolean
  /** the platform's own domain is ready and associated: the shared path can be used */
  sharedPath: boolean
}

/**
 * How a message leaves, decided at dispatch. An axis holds while DNS and the mail network both have it.
 * Both axes lost means the shared path at once; grace is for the label only.
 */
export function senderIdentity(input: SenderInput): { identity: Identity; reason: Reason } {
  const dkim = input.dns.dkim && input.confirmed.dkim
  const mailFrom = input.dns.mailFrom && input.confirmed.mailFrom
  const gone = input.state === 'deleting' || input.state === 'failed'
  if (input.everReady && !gone) {
    if (dkim && mailFrom) return { identity: 'own', reason: 'all_in_place' }
    if (dkim) return { identity: 'own_dkim_only', reason: 'return_path_lost' }
    // The mail network accepts the domain as sender only while it holds the keys confirmed.
    if (mailFrom && input.confirmed.dkim) return { identity: 'own_spf_only', reason: 'signature_lost' }
  }
  if (!input.sharedPath) return { identity: 'blocked', reason: 'shared_path_not_ready' }
  return { identity: 'shared', reason: input.everReady ? 'both_lost' : 'not_ready_yet' }
}

/** The reason in words, for the page, the message and support. */
export const reasonWords: Record<Reason, string> = {
  all_in_place: 'All records are in place, so mail leaves under your own name.',
  not_ready_yet:
    'Your domain is not ready yet, so mail leaves by the shared path. Replies still come to you.',
  return_path_lost:
    'The return path is not in place, so bounces run under a shared name. The signature is still yours.',
  signature_lost:
    'The signature records are not in place. Mail still leaves under your name, with your return path.',
  both_lost: 'The records of your domain are gone, so mail leaves by the shared path until they are back.',
  shared_path_not_ready: 'Neither your domain nor the shared path is ready. Nothing can leave yet.',
}
