import type { ParsedMessage } from '@/lib/gateways/mime'
import { storage } from '@/lib/gateways/storage'
import { insertStray } from './platform'
import { putRaw } from './put-raw'
import type { IncomingMail } from './types'

/** Keeps mail for nobody where only admins see it. */
export async function keepStray(
  mail: IncomingMail,
  { from, subject }: ParsedMessage,
  { recipient, reason }: { recipient: string; reason: 'unknown_tag' | 'unknown_recipient' },
): Promise<void> {
  const { key } = await putRaw(mail, 'stray')
  const { deliveryId, envelopeFrom, receivedAt, raw } = mail
  const isNew = await insertStray({
    ...{ reason, recipient, envelopeFrom, key, deliveryId, receivedAt, subject, size: raw.size },
    fromHeader: from
      .map(({ name, address }) => (name ? `${name} <${address}>` : address))
      .join(', ')
      .slice(0, 500)
      .toWellFormed(),
  })
  if (!isNew) await storage().remove(key)
}
