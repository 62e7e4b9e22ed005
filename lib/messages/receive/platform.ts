import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform, insideTenant } from '@/lib/kernel/platform'

/** Inside one tenant: who sends has no caller, and whose the recipient is was found out by its address. */
export const inTenant = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  insideTenant(tenantId, work)

interface Stray {
  reason: 'unknown_tag' | 'unknown_recipient'
  recipient: string
  envelopeFrom: string
  fromHeader: string
  subject: string
  key: string
  deliveryId: string
  size: number
  receivedAt: Date
}

/** Mail for nobody belongs to no tenant. False when the same delivery is there already. */
export async function insertStray(stray: Stray): Promise<boolean> {
  const { count } = await asPlatform((tx) => tx.strayMail.createMany({ data: [stray], skipDuplicates: true }))
  return count > 0
}
