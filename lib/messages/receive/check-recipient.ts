import { routeRecipient } from '@/lib/inboxes/routing/platform'
import { foldEnvelope } from './fold-envelope'
import { suspension } from './judge-for'
import { noteRefusal } from './note-refusal'
import { noMailbox, noteUnknown } from './note-unknown'
import type { Takers } from './platform'

export interface Turned {
  code: 450 | 550
  enhanced: string
  text: string
}

/**
 * Whether there is somebody to take mail for an address, and who that is: those whose inboxes it leads to, or, of a tag of the
 * pooled address that nobody has, whoever looks after stray mail.
 */
export async function checkRecipient(recipient: string, envelopeFrom: string): Promise<Turned | Takers> {
  const route = await routeRecipient(recipient)
  if (route.to === 'nobody' && route.reason === 'unknown_tag')
    return { tenantIds: [], strays: [foldEnvelope(recipient)] }
  if (route.to === 'nobody') {
    await noteUnknown(route, foldEnvelope(envelopeFrom), 'refused')
    return noMailbox
  }
  if (route.to === 'elsewhere')
    return { code: 550, enhanced: '5.7.1', text: 'Relaying denied: mail for this domain is not taken here.' }
  const refusals = route.deliveries.map((delivery) => ({ delivery, refusal: suspension(delivery) }))
  if (refusals.some(({ refusal }) => refusal === null))
    return { tenantIds: route.deliveries.map(({ tenantId }) => tenantId), strays: [] }
  const [{ delivery, refusal }] = refusals as [(typeof refusals)[number]]
  const envelope = { recipient: foldEnvelope(recipient), envelopeFrom: foldEnvelope(envelopeFrom) }
  await noteRefusal({ ...delivery, ...envelope }, refusal!)
  return { code: 450, enhanced: refusal!.enhanced, text: refusal!.text }
}
