import { readMessage, type ParsedMessage } from '@/lib/gateways/mime'
import { routeRecipient, type Route } from '@/lib/inboxes/routing/platform'
import { announceAll } from '@/lib/kernel/live'
import { lessInPart } from '../authenticate/less-in-part'
import { see, type Seen } from '../decide/see'
import { attemptFor, type Attempt } from './attempt'
import { deliver } from './deliver'
import { foldEnvelope } from './fold-envelope'
import type { Target } from './judge-for'
import { keepStray } from './keep-stray'
import { noteDropped, noteRefusal } from './note-refusal'
import { noteUnknown } from './note-unknown'
import type { Delivered } from './store'
import type { IncomingMail, Received } from './types'

/** A message and what was read of it, once for all who get it. */
export interface Incoming {
  mail: IncomingMail
  message: ParsedMessage
  seen: Seen
  listedAt: readonly string[]
}

type RoutedTarget = Target & { tenantId: string }

interface Routed {
  recipient: string
  route: Route
}

/**
 * Takes a message in for all its recipients, whichever door it came by; the same delivery again changes nothing. When it
 * answers, what was not refused or dropped is durable. By SMTP it is refused when nobody takes it; when somebody does, it
 * lies in quarantine for those who do not, as it does for all behind the mail network, which has accepted it already.
 * Answers what became of it for each recipient, and for each inbox of one that leads to several.
 * @throws NotTogether by SMTP, when one of several tenants can hold no more
 * @throws when it could not be stored for everybody who takes it: whoever brought it tries again. Behind the mail network also
 * when what became of it could not be written down
 */
export async function receiveMessage(given: IncomingMail): Promise<Received[]> {
  const mail = folded(given)
  const [routed, incoming] = await Promise.all([Promise.all(mail.recipients.map(routedTo)), read(mail)])
  const targets = targetsOf(routed)
  const delivered = await deliverTo(
    incoming,
    Map.groupBy(targets, ({ tenantId }) => tenantId),
  )
  const outcomes = [...delivered.values()].map(({ outcome }) => outcome)
  const isTaken = mail.by === 'ses' || outcomes.some((outcome) => outcome !== 'refused')
  const attempt = attemptFor(mail, outcomes.some(isDurable))
  const received: Received[] = []
  for (const one of routed) received.push(...(await outcomesOf(one)))
  await tellAbout(mail, targets, delivered, attempt)
  return received

  async function outcomesOf({ recipient, route }: Routed): Promise<Received[]> {
    if (route.to === 'inboxes')
      return route.deliveries.map(({ inboxId }) => ({ recipient, ...delivered.get(inboxId)! }))
    if (!isTaken) return [{ recipient, outcome: 'refused' }]
    const reason = route.to === 'nobody' ? route.reason : 'unknown_recipient'
    const isKept = await attempt(() => keepStray(mail, incoming.message, { recipient, reason }))
    if (route.to === 'nobody' && isKept !== undefined)
      await attempt(() => noteUnknown(route, mail.envelopeFrom, isKept ? 'kept_as_stray' : 'stray_dropped'))
    return [{ recipient, outcome: isKept ? 'stray' : 'dropped' }]
  }
}

/**
 * By SMTP for all tenants or none: whoever sends it again brings a new delivery, which those who had it would get twice.
 * Behind the mail network it comes again as the same delivery: there one tenant's trouble is nobody else's.
 */
async function deliverTo(
  incoming: Incoming,
  tenants: Map<string, RoutedTarget[]>,
): Promise<Map<string, Delivered>> {
  if (incoming.mail.by === 'smtp' && tenants.size > 0) return deliver(incoming, tenants)
  const delivered = new Map<string, Delivered>()
  const failures: unknown[] = []
  for (const one of tenants)
    try {
      for (const [inboxId, what] of await deliver(incoming, new Map([one]))) delivered.set(inboxId, what)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
  return delivered
}

const isDurable = (outcome: Delivered['outcome']) => outcome === 'stored' || outcome === 'quarantined'

async function tellAbout(
  mail: IncomingMail,
  targets: RoutedTarget[],
  delivered: Map<string, Delivered>,
  attempt: Attempt,
) {
  const all = targets.map((target) => ({
    place: { ...target, envelopeFrom: mail.envelopeFrom },
    ...delivered.get(target.inboxId)!,
  }))
  const unkept = all.flatMap(({ place, outcome, refusal }) =>
    isDurable(outcome) ? [] : [{ place, outcome, refusal: refusal! }],
  )
  for (const { place, refusal } of unkept.filter(({ outcome }) => outcome === 'refused'))
    await attempt(() => noteRefusal(place, refusal))
  const dropped = unkept.filter(({ outcome }) => outcome === 'dropped')
  for (const [tenantId, those] of Map.groupBy(dropped, ({ place }) => place.tenantId))
    await attempt(() => noteDropped(tenantId, those, mail))
  await announceAll(
    all
      .filter(({ outcome }) => isDurable(outcome))
      .map(({ place }) => ({ tenantId: place.tenantId, noun: 'messages', id: place.inboxId })),
  )
}

/** Envelope addresses are compared and looked up: one form of each. */
function folded(mail: IncomingMail): IncomingMail {
  const recipients = [...new Set(mail.recipients.map(foldEnvelope))]
  return { ...mail, recipients, envelopeFrom: foldEnvelope(mail.envelopeFrom) }
}

const routedTo = async (recipient: string): Promise<Routed> => ({
  recipient,
  route: await routeRecipient(recipient),
})

async function read(mail: IncomingMail): Promise<Incoming> {
  const message = await readMessage(mail.raw.open)
  const told = mail.by === 'ses' && mail.verdicts
  const believed = told ? { ...mail, verdicts: lessInPart(told, message) } : mail
  return { mail: believed, message, seen: see(message), listedAt: mail.listedAt ?? [] }
}

/** Each inbox once, by tenant, in one order everywhere. */
function targetsOf(routed: Routed[]): RoutedTarget[] {
  const found = new Map<string, RoutedTarget>()
  for (const { recipient, route } of routed)
    if (route.to === 'inboxes')
      for (const delivery of route.deliveries)
        if (!found.has(delivery.inboxId)) found.set(delivery.inboxId, { ...delivery, recipient })
  const place = ({ tenantId, inboxId }: RoutedTarget) => tenantId + inboxId
  return [...found.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1))
}
