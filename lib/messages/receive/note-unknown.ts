import type { Nobody } from '@/lib/inboxes/routing/platform'
import { env } from '@/lib/kernel/env'
import { refuse } from '../decide/refusals'
import { inTenant } from './platform'

// Addresses that nobody has are a stranger's choice: many of a day are a guessing game, and say nothing of a domain. A slip
// of the hand is among the few of any other.
const MOST_A_DAY = 200

const NO_MAILBOX = 'There is no such mailbox here.'
/** What whoever wrote to such an address is told. */
export const noMailbox = { code: 550, enhanced: '5.1.1', text: NO_MAILBOX } as const

/** What whoever wrote to a tag that nobody has is told when there is as much stray mail as is kept. */
export const strayFull = refuse(
  'stray_full',
  'Nobody has this address, and as much mail for nobody is kept as may be. Try again later.',
)

const kept = 'Accepted, for an address that nobody has.'
const dropped =
  'Accepted by the mail network, for an address that nobody has, and not kept: too much of its kind is.'

/** What became of it, as it is written down. Tags have a share of their own: whoever guesses names hides none of them. */
const notes = {
  unknown_recipient: {
    refused: ['unknown_recipient', `550 5.1.1 ${NO_MAILBOX}`],
    stray: ['kept_as_stray', kept],
    dropped: ['stray_dropped', dropped],
  },
  unknown_tag: {
    refused: ['tag_refused', `${strayFull.code} ${strayFull.enhanced} ${strayFull.text}`],
    stray: ['tag_kept', kept],
    dropped: ['tag_dropped', dropped],
  },
} as const
export type BecameUnknown = 'refused' | 'stray' | 'dropped'
export type UnknownReason = (typeof notes)[Nobody['reason']][BecameUnknown][0]

const reasonsOf = (one: Record<BecameUnknown, readonly [UnknownReason, string]>) =>
  Object.values(one).map(([reason]) => reason)
export const unknownReasons: UnknownReason[] = Object.values(notes).flatMap(reasonsOf)

/**
 * Writes down that somebody wrote to an address that nobody has, once a day for each two of them and what became of it,
 * for whoever receives for its domain. What is nobody's below the platform's own name has one share of them.
 */
export const noteUnknown = (
  { reason: kind, tenantId, address, domain }: Nobody,
  envelopeFrom: string,
  became: BecameUnknown,
  told?: string,
): Promise<unknown> => {
  const ends = domain === env().PLATFORM_DOMAIN ? [`@${domain}`, `.${domain}`] : [`@${domain}`]
  const [reason, answer] = notes[kind][became]
  return inTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      with today as materialized (
        select recipient, "envelopeFrom", reason from "MailRefusal"
         where "tenantId" = ${tenantId}::uuid and at > now() - interval '1 day'
           and reason = any(${reasonsOf(notes[kind])})
           and right(recipient, ${domain.length + 1}::int) = any(${ends}))
      insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
      select ${tenantId}::uuid, ${address}, ${envelopeFrom}, ${reason}, ${told ?? answer}
       where (select count(*) from today) < ${MOST_A_DAY}
         and not exists (select from today
                          where recipient = ${address} and "envelopeFrom" = ${envelopeFrom} and reason = ${reason})`,
  )
}
