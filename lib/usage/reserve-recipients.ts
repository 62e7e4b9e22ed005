import type { Tx } from '@/lib/kernel/db/client'
import { reserve } from './reserve'

/**
 * Takes the recipients of one message out of the hour and the day, at one time, or refuses both. Always in this order:
 * two sends that took them crosswise would wait for each other. Answers the time they count at.
 * @throws AppError quota_spent
 */
export async function reserveRecipients(tx: Tx, message: { tenantId: string; n: number }): Promise<Date> {
  const at = await reserve(tx, 'recipientsPerHour', message)
  return reserve(tx, 'recipientsPerDay', { ...message, at })
}
