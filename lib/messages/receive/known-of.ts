import { foldEnvelope } from './fold-envelope'
import type { Incoming } from './receive-message'

/** What a message is known by to whoever asks where it is. */
export interface Known {
  messageId: string | null
  fromAddress: string
  subject: string
}

// As much as tells one letter of a sender from another.
const LONGEST_SUBJECT = 200

/** Of a message that was read, whether or not it is kept. */
export const knownOf = ({ mail, message: { from, messageId, subject } }: Incoming): Known => ({
  messageId,
  fromAddress: foldEnvelope(from[0]?.address ?? mail.envelopeFrom),
  subject: subject.slice(0, LONGEST_SUBJECT).toWellFormed(),
})
