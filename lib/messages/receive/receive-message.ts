import { readMessage, type ParsedMessage } from '@/lib/gateways/mime'
import { routeRecipient, type Route } from '@/lib/inboxes/routing/platform'
import { announceAll } from '@/lib/kernel/live'
import { listedAt } from '../decide/lists'
import { see, type Seen } from '../decide/see'
import { deliver } from './deliver'
import { foldEnvelope } from './fold-envelope'
import type { Target } from './judge-for'
import { keepStray } from './keep-stray'
import { noteRefusal } from './note-refusal'
import type { Delivered } from './store'
import type { IncomingMail, Received } from './types'

/** A message and what was read of it, once for all who get it. */
export interface Incoming {
  mail: IncomingMail
  message: ParsedMessage
  seen: Seen
  listedAt: readonly string[]
}

interface Routed {
  recipient: string
  route: Route
}

/**
 * Takes a message in for all its recipients, whichever door it came by; the same delivery again changes nothing. When it
 * answers, what was not refused is durable. By SMTP it is refused when nobody takes it; when somebody does, it lies in
 * quarantine for those who do not, as it does for all behind the mail network, which has accepted it already.
 * @throws when it could not be stored for everybody who takes it: whoever brought it tries again
 */
export async function receiveMessage(given: IncomingMail): Promise<Received[]> {
  const mail = folded(given)
  const [routed, incoming] = await Promise.all([Promise.all(mail.recipients.map(routedTo)), read(mail)])
  const tenants = targetsOf(routed)
  const delivered = new Map<string, Delivered>()
  const pass = async (refuses: boolean) => {
    for (const [tenantId, targets] of tenants) {
      const left = targets.filter(
        ({ inboxId }) => (delivered.get(inboxId)?.outcome ?? 'refused') === 'refused',
      )
      if (left.length === 0) continue
      for (const [inboxId, one] of await deliver(incoming, tenantId, left, refuses))
        delivered.set(inboxId, one)
    }
  }
  await pass(mail.by === 'smtp')
  const isTaken = mail.by === 'ses' || [...delivered.values()].some(({ outcome }) => outcome !== 'refused')
  if (mail.by === 'smtp' && isTaken) await pass(false)
  const received: Received[] = []
  for (const one of routed) received.push(await outcomeOf(one))
  await tellAbout(tenants)
  return received

  async function outcomeOf({ recipient, route }: Routed): Promise<Received> {
    if (route.to === 'inboxes') {
      const [best] = route.deliveries
        .map(({ inboxId }) => delivered.get(inboxId)!)
        .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
      return { recipient, ...best! }
    }
    if (!isTaken) return { recipient, outcome: 'refused' }
    const reason = route.to === 'nobody' ? route.reason : 'unknown_recipient'
    await keepStray(mail, incoming.message, { recipient, reason })
    return { recipient, outcome: 'stray' }
  }

  async function tellAbout(all: Map<string, Target[]>) {
    const changes = []
    for (const [tenantId, targets] of all)
      for (const { inboxId, recipient } of targets) {
        const { outcome, refusal } = delivered.get(inboxId)!
        if (outcome !== 'refused') changes.push({ tenantId, noun: 'messages', id: inboxId })
        else if (refusal)
          await noteRefusal({ tenantId, inboxId, recipient, envelopeFrom: mail.envelopeFrom }, refusal)
      }
    await announceAll(changes)
  }
}

const order: Delivered['outcome'][] = ['stored', 'quarantined', 'refused']

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
  const [message, listed] = await Promise.all([
    readMessage(mail.raw.open),
    mail.remote ? listedAt(mail.remote.address) : [],
  ])
  return { mail, message, seen: see(message), listedAt: listed }
}

/** Each inbox once, by tenant, in one order everywhere. */
function targetsOf(routed: Routed[]): Map<string, Target[]> {
  const found = new Map<string, Target & { tenantId: string }>()
  for (const { recipient, route } of routed)
    if (route.to === 'inboxes')
      for (const delivery of route.deliveries)
        if (!found.has(delivery.inboxId)) found.set(delivery.inboxId, { ...delivery, recipient })
  const sorted = [...found.values()].sort((a, b) => (a.inboxId < b.inboxId ? -1 : 1))
  return new Map([...Map.groupBy(sorted, ({ tenantId }) => tenantId)].sort(([a], [b]) => (a < b ? -1 : 1)))
}
