import type { ParsedMessage } from '@/lib/gateways/mime'
import { storage } from '@/lib/gateways/storage'
import { log } from '@/lib/kernel/log'
import { insertStray } from './platform'
import { putRaw } from './put-raw'
import type { IncomingMail } from './types'

/** Keeps mail for nobody where only admins see it. False when there is as much of it as is kept. */
export async function keepStray(
  mail: IncomingMail,
  { from, subject, messageId }: ParsedMessage,
  { recipient, reason }: { recipient: string; reason: 'unknown_tag' | 'unknown_recipient' },
): Promise<boolean> {
  const { key } = await putRaw(mail, 'stray')
  const { deliveryId, envelopeFrom, receivedAt, raw } = mail
  const outcome = await insertStray({
    ...{ reason, recipient, envelopeFrom, key, deliveryId, receivedAt, subject, messageId, size: raw.size },
    fromHeader: from
      .map(({ name, address }) => (name ? `${name} <${address}>` : address))
      .join(', ')
      .slice(0, 500)
      .toWellFormed(),
  })
  if (outcome !== 'kept') await storage().remove(key)
  if (outcome === 'full') log().warn({ deliveryId, copy: mail.copy }, 'mail for nobody was not kept')
  return outcome !== 'full'
}
