import { log } from '@/lib/kernel/log'
import { strayFull } from './note-unknown'
import { countUnkept, type AddStray, type Stray } from './platform'
import type { PutRaw } from './put-raw'
import type { Incoming } from './receive-message'
import type { Delivered, Stored } from './store'
import type { IncomingMail } from './types'

/** Somebody whom we do not know, of whom only admins see the mail. */
export interface StrayTarget {
  recipient: string
  reason: Stray['reason']
}

/**
 * Keeps mail for nobody where only admins see it. When there is as much of it as is kept, it is refused if its sender can still
 * be told, and dropped if not.
 */
export async function keepStray(
  add: AddStray,
  { mail, message }: Incoming,
  { recipient, reason }: StrayTarget,
  { key }: PutRaw,
): Promise<Stored> {
  const { by, deliveryId, envelopeFrom, receivedAt, raw } = mail
  const { from, subject, messageId } = message
  const outcome = await add({
    ...{ reason, recipient, envelopeFrom, key, deliveryId, receivedAt, subject, messageId, size: raw.size },
    fromHeader: from
      .map(({ name, address }) => (name ? `${name} <${address}>` : address))
      .join(', ')
      .slice(0, 500)
      .toWellFormed(),
  })
  if (outcome !== 'full') return strayed(recipient, { outcome: 'stray' }, outcome === 'kept')
  return strayed(
    recipient,
    by === 'smtp' ? { outcome: 'refused', refusal: strayFull } : { outcome: 'dropped' },
  )
}

const strayed = (recipient: string, delivered: Delivered, isKept = false): Stored => ({
  delivered: new Map([[recipient, delivered]]),
  isKept,
})

/** What was accepted and not kept: its copy at the mail network is all that is left of it. */
export async function countDropped({ deliveryId, copy }: IncomingMail): Promise<void> {
  log().warn({ deliveryId, copy }, 'mail for nobody was not kept')
  await countUnkept('stray')
}
