import { routeRecipient } from '@/lib/inboxes/routing/platform'
import { log } from '@/lib/kernel/log'
import type { Refusal, RefusalReason } from '../decide/types'
import { foldEnvelope } from './fold-envelope'
import type { Known } from './known-of'
import { noteUnknown, unknownReasons } from './note-unknown'
import { countUnkept, inTenant } from './platform'
import type { IncomingMail } from './types'

// Whoever floods a tenant must not fill its table. Of what was refused the first of a day say as much as all of them, and
// their senders know; of what was dropped this is all that anybody can be told, and a day of these is a few megabytes.
const MOST_REFUSED_A_DAY = 1_000
const MOST_DROPPED_A_DAY = 10_000
// The only one that `noteDropped` is told. Each kind has its bound: a day full of one hides nothing of the other.
const DROPPED: RefusalReason = 'hold_full'

/** `known` of what was read; of the rest there is its envelope alone. */
type Place = Record<'tenantId' | 'inboxId' | 'recipient' | 'envelopeFrom', string> & { known?: Known }

/** Writes down that mail was turned away, for whoever asks where it is, with what decided so where the sender hears less. */
export const noteRefusal = (
  place: Place,
  { reason, code, enhanced, text }: Refusal,
  why = '',
): Promise<unknown> => note(place, reason, `${code} ${enhanced} ${text}`, why)

/** Writes down that a message was turned away for all who were to get it, before anybody had read it. */
export async function noteUnread(
  recipients: string[],
  envelopeFrom: string,
  { reason, answer }: { reason: 'too_large' | 'in_circles'; answer: string },
): Promise<void> {
  for (const recipient of new Set(recipients.map(foldEnvelope))) {
    const route = await routeRecipient(recipient)
    const from = foldEnvelope(envelopeFrom)
    if (route.to === 'nobody') await noteUnknown(route, from, 'refused', answer)
    for (const place of route.to === 'inboxes' ? route.deliveries : [])
      await note({ ...place, recipient, envelopeFrom: from }, reason, answer)
  }
}

/** Writes down that mail was not kept for a tenant although its sender was told nothing, and how to bring it back. */
export async function noteDropped(
  tenantId: string,
  dropped: { place: Place; refusal: Refusal; why: string }[],
  { copy, deliveryId }: IncomingMail,
): Promise<void> {
  const where = copy ? ` The mail network has a copy of it, ${copy}, for as long as its bucket keeps it.` : ''
  log().warn({ tenantId, deliveryId, copy }, 'mail was accepted and not kept')
  for (const { place, refusal, why } of dropped)
    await note(place, DROPPED, `Accepted, and not kept: ${refusal.text}${where}`, why)
  await countUnkept('held')
}

const note = (
  { tenantId, inboxId, recipient, envelopeFrom, known }: Place,
  reason: string,
  answer: string,
  why = '',
): Promise<unknown> =>
  inTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      insert into "MailRefusal" ("tenantId", "inboxId", recipient, "envelopeFrom", reason, answer, why,
                                 "messageId", "fromAddress", subject)
      select ${tenantId}::uuid, ${inboxId}::uuid, ${recipient}, ${envelopeFrom}, ${reason}, ${answer},
             nullif(${why}, ''), ${known?.messageId ?? null}, ${known?.fromAddress ?? null}, ${known?.subject ?? null}
       where (select count(*) from "MailRefusal"
               where "tenantId" = ${tenantId}::uuid and at > now() - interval '1 day'
                 and reason <> all(${unknownReasons}) and (reason = ${DROPPED}) = ${reason === DROPPED})
             < ${reason === DROPPED ? MOST_DROPPED_A_DAY : MOST_REFUSED_A_DAY}`,
  )
