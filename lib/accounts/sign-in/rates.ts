import { HOUR, MINUTE } from '@/lib/kernel/clock'
import { AppError } from '@/lib/kernel/errors'
import { networkOf } from '@/lib/kernel/network'
import { takeRate, type Rate } from '@/lib/kernel/rate'

/** So many that nobody who mistypes meets them, too few to fill a mailbox or to guess. */
export const askingForLinks = (email: string, address: string | null): Rate[] => [
  { of: `links for ${email}`, limit: 5, per: HOUR },
  { of: `links from ${networkOf(address)}`, limit: 20, per: HOUR },
]
export const tryingLinks = (address: string | null): Rate[] => [
  { of: `tries of links from ${networkOf(address)}`, limit: 20, per: 10 * MINUTE },
]
export const startingDevices = (address: string | null): Rate[] => [
  { of: `devices from ${networkOf(address)}`, limit: 20, per: 10 * MINUTE },
]
// Every two seconds for ten minutes, and a few machines behind one address.
export const pollingDevices = (address: string | null): Rate[] => [
  { of: `polls of devices from ${networkOf(address)}`, limit: 300, per: MINUTE },
]
export const tryingCodes = (userId: string): Rate[] => [
  { of: `tries of codes by ${userId}`, limit: 20, per: 10 * MINUTE },
]

/** @throws AppError too_many_requests, with when the next may come */
export async function holdTo(rates: Rate[]): Promise<void> {
  const taken = await takeRate(rates)
  if (!taken.ok) throw new AppError('too_many_requests', { retryAfter: taken.reset })
}
