import { createHash } from 'node:crypto'
import { finished } from 'node:stream/promises'
import { storage } from '@/lib/gateways/storage'
import type { Content, ReceivedMail } from '@/lib/gateways/ses/notifications'
import { routeRecipient } from '@/lib/inboxes/routing/platform'
import { foldEnvelope } from '../receive/fold-envelope'
import { storedAt, takenInFor } from './platform'

/**
 * Of a message whose copy is gone because another notification told of it first: `whole` when everybody whom this one names
 * was among its recipients, otherwise the message as it lies in our storage. Null when nobody told of it, or it is gone from there.
 */
export async function toldBefore({
  deliveryId,
  recipients,
}: ReceivedMail): Promise<'whole' | Content | null> {
  const before = await takenInFor(deliveryId)
  if (before.length === 0) return null
  if (recipients.map(foldEnvelope).every((one) => before.includes(one))) return 'whole'
  const routes = await Promise.all(before.map(routeRecipient))
  const places = routes.flatMap((route) => (route.to === 'inboxes' ? route.deliveries : []))
  const key = await storedAt(
    deliveryId,
    places.map(({ tenantId, inboxId }) => ({ tenantId, inboxId })),
  )
  return key === null ? null : contentAt(key)
}

async function contentAt(key: string): Promise<Content> {
  const open = () => storage().open(key)
  const hash = createHash('sha256')
  let size = 0
  const source = await open()
  source.on('data', (chunk: Buffer) => {
    size += chunk.length
    hash.update(chunk)
  })
  await finished(source)
  return { open, size, sha256: hash.digest('hex') }
}
