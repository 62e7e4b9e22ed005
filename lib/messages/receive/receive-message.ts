import { readMessage, type ParsedMessage } from '@/lib/gateways/mime'
import { routeRecipient, type Route } from '@/lib/inboxes/routing/platform'
import { announceAll } from '@/lib/kernel/live'
import { lessInPart } from '../authenticate/less-in-part'
import { see, type Seen } from '../decide/see'
import { attemptFor, type Attempt } from './attempt'
import { deliver, type Targets } from './deliver'
import { foldEnvelope } from './fold-envelope'
import type { Target } from './judge-for'
import { knownOf } from './known-of'
import { countDropped, type StrayTarget } from './keep-stray'
import { noteDropped, noteRefusal } from './note-refusal'
import { noteUnknown, type BecameUnknown } from './note-unknown'
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
 * @throws NotTogether by SMTP, when one of several recipients can hold no more
 * @throws when it could not be stored for everybody who takes it: whoever brought it tries again. Behind the mail network also
 * when what became of it could not be written down
 */
export async function receiveMessage(given: IncomingMail): Promise<Received[]> {
  const mail = folded(given)
  const [routed, incoming] = await Promise.all([Promise.all(mail.recipients.map(routedTo)), read(mail)])
  const targets = targetsOf(routed)
  const tenants = Map.groupBy(targets, ({ tenantId }) => tenantId)
  const delivered = await deliverTo(incoming, { tenants, strays: routed.flatMap(strayOf) })
  const attempt = attemptFor(
    mail,
    [...delivered.values()].some(({ outcome }) => isDurable(outcome)),
  )
  for (const one of routed)
    if (one.route.to !== 'inboxes') await tellAboutStray(mail, one, delivered, attempt)
  await tellAbout(incoming, targets, delivered, attempt)
  return routed.flatMap(({ recipient, route }) => {
    const places = route.to === 'inboxes' ? route.deliveries.map(({ inboxId }) => inboxId) : [recipient]
    return places.map((place) => ({ recipient, ...delivered.get(place)! }))
  })
}

/**
 * By SMTP for everybody or nobody: whoever sends it again brings a new delivery, which those who had it would get twice.
 * Behind the mail network it comes again as the same delivery: there one's trouble is nobody else's.
 */
async function deliverTo(incoming: Incoming, targets: Targets): Promise<Map<string, Delivered>> {
  if (incoming.mail.by === 'smtp') return deliver(incoming, targets)
  const delivered = new Map<string, Delivered>()
  const failures: unknown[] = []
  for (const one of oneByOne(targets))
    try {
      for (const [place, what] of await deliver(incoming, one)) delivered.set(place, what)
    } catch (error) {
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
  return delivered
}

const oneByOne = ({ tenants, strays }: Targets): Targets[] => [
  ...[...tenants].map((one) => ({ tenants: new Map([one]), strays: [] })),
  ...strays.map((one) => ({ tenants: new Map(), strays: [one] })),
]

const isDurable = (outcome: Delivered['outcome']) => outcome !== 'refused' && outcome !== 'dropped'

/** What became of mail for nobody, for whoever looks for it. */
async function tellAboutStray(
  mail: IncomingMail,
  { recipient, route }: Routed,
  delivered: Map<string, Delivered>,
  attempt: Attempt,
) {
  const { outcome } = delivered.get(recipient)!
  if (outcome === 'dropped') await attempt(() => countDropped(mail))
  if (route.to === 'nobody')
    await attempt(() => noteUnknown(route, mail.envelopeFrom, outcome as BecameUnknown))
}

async function tellAbout(
  incoming: Incoming,
  targets: RoutedTarget[],
  delivered: Map<string, Delivered>,
  attempt: Attempt,
) {
  const { mail } = incoming
  const known = knownOf(incoming)
  const all = targets.map((target) => ({
    place: { ...target, envelopeFrom: mail.envelopeFrom, known },
    ...delivered.get(target.inboxId)!,
  }))
  const unkept = all.flatMap(({ place, outcome, refusal, why = '' }) =>
    isDurable(outcome) ? [] : [{ place, outcome, refusal: refusal!, why }],
  )
  for (const { place, refusal, why } of unkept.filter(({ outcome }) => outcome === 'refused'))
    await attempt(() => noteRefusal(place, refusal, why))
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

const strayOf = ({ recipient, route }: Routed): StrayTarget[] =>
  route.to === 'inboxes'
    ? []
    : [{ recipient, reason: route.to === 'nobody' ? route.reason : 'unknown_recipient' }]

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
