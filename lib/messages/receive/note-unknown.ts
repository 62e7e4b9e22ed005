import type { Nobody } from '@/lib/inboxes/routing/platform'
import { env } from '@/lib/kernel/env'
import { inTenant } from './platform'

// Addresses that nobody has are a stranger's choice: many of a day are a guessing game, and say nothing of a domain. A slip
// of the hand is among the few of any other.
const MOST_A_DAY = 200

const NO_MAILBOX = 'There is no such mailbox here.'
/** What whoever wrote to such an address is told. */
export const noMailbox = { code: 550, enhanced: '5.1.1', text: NO_MAILBOX } as const

const answers = {
  unknown_recipient: `550 5.1.1 ${NO_MAILBOX}`,
  kept_as_stray: 'Accepted by the mail network, for an address that nobody has.',
  stray_dropped:
    'Accepted by the mail network, for an address that nobody has, and not kept: too much of its kind is.',
}
export type UnknownReason = keyof typeof answers
export const unknownReasons = Object.keys(answers) as UnknownReason[]

/**
 * Writes down that somebody wrote to an address that nobody has, once a day for each two of them and what became of it,
 * for whoever receives for its domain. What is nobody's below the platform's own name has one share of them.
 */
export const noteUnknown = (
  { tenantId, address, domain }: Nobody,
  envelopeFrom: string,
  reason: UnknownReason,
): Promise<unknown> => {
  const ends = domain === env().PLATFORM_DOMAIN ? [`@${domain}`, `.${domain}`] : [`@${domain}`]
  return inTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      with today as materialized (
        select recipient, "envelopeFrom", reason from "MailRefusal"
         where "tenantId" = ${tenantId}::uuid and at > now() - interval '1 day' and reason = any(${unknownReasons})
           and right(recipient, ${domain.length + 1}::int) = any(${ends}))
      insert into "MailRefusal" ("tenantId", recipient, "envelopeFrom", reason, answer)
      select ${tenantId}::uuid, ${address}, ${envelopeFrom}, ${reason}, ${answers[reason]}
       where (select count(*) from today) < ${MOST_A_DAY}
         and not exists (select from today
                          where recipient = ${address} and "envelopeFrom" = ${envelopeFrom} and reason = ${reason})`,
  )
}
