import type { Refusal } from '../decide/types'
import { inTenant } from './platform'

// Whoever floods a tenant must not fill its table: the first of a day say as much as all of them.
const MOST_A_DAY = 1_000

/** Writes down that mail was turned away, for whoever asks where it is. */
export const noteRefusal = (
  {
    tenantId,
    inboxId,
    recipient,
    envelopeFrom,
  }: Record<'tenantId' | 'inboxId' | 'recipient' | 'envelopeFrom', string>,
  { reason, code, enhanced, text }: Refusal,
): Promise<unknown> =>
  inTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      insert into "MailRefusal" ("tenantId", "inboxId", recipient, "envelopeFrom", reason, answer)
      select ${tenantId}::uuid, ${inboxId}::uuid, ${recipient}, ${envelopeFrom}, ${reason}, ${`${code} ${enhanced} ${text}`}
       where (select count(*) from "MailRefusal"
               where "tenantId" = ${tenantId}::uuid and at > clock_timestamp() - interval '1 day') < ${MOST_A_DAY}`,
  )
