import { NotTogether } from '@/lib/messages/receive/not-together'
import type { Received } from '@/lib/messages/receive/types'

/** What a sender's server is told instead of yes. The library writes the code; we add the enhanced one (RFC 3463). */
export class SmtpReply extends Error {
  constructor(
    readonly responseCode: number,
    enhanced: string,
    text: string,
  ) {
    super(`${enhanced} ${text}`)
  }
}

export const trouble = () => new SmtpReply(451, '4.3.0', 'This could not be done just now. Try again later.')
/** RFC 5321 3.8: told, and then the connection is closed. */
export const tooLong = new SmtpReply(421, '4.4.2', 'This took too long. Come again.')

// RFC 5321 4.5.3.1.10: whoever hears it of one recipient sends to that one in a message of its own.
export const notTogether = new SmtpReply(452, '4.5.3', new NotTogether().message)

/** The one answer for all recipients: yes when anybody took it. @throws SmtpReply when nobody did */
export function answerOf(received: Received[]): string {
  const taken = received.find(({ outcome }) => outcome !== 'refused' && outcome !== 'dropped')
  if (taken) return `2.0.0 stored as ${taken.id ?? 'stray mail'}`
  const refusals = received.flatMap(({ refusal }) => refusal ?? [])
  // Of several reasons the one that may pass: trying again does no harm.
  const told = refusals.find(({ code }) => code < 500) ?? refusals[0]
  if (!told) throw new SmtpReply(550, '5.1.1', 'There is no such mailbox here.')
  throw new SmtpReply(told.code, told.enhanced, told.text)
}
