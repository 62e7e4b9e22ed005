import { SESv2Client } from '@aws-sdk/client-sesv2'
import { takePlace } from '@/lib/kernel/budget'
import { SECOND } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { MailNetworkTrouble } from './trouble'

const clients = new Map<string, SESv2Client>()

/**
 * One SDK client a region. One attempt a call: SendEmail has no idempotency token, so a silent second attempt could
 * send twice, and management calls keep to the account's budget, which silent attempts would escape.
 */
export function client(region: string): SESv2Client {
  const known = clients.get(region)
  if (known) return known
  const made = new SESv2Client({
    region,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 3 * SECOND,
      requestTimeout: 10 * SECOND,
      throwOnRequestTimeout: true,
    },
  })
  clients.set(region, made)
  return made
}

/**
 * The client for a management call, once the whole account's queue has a place for it: about one call a second,
 * shared by all processes (AWS SES quotas, "Sending API rate"). Waits at most `patienceMs`, then throws `busy`.
 */
export async function managing(
  region: string,
  operation: string,
  patienceMs = 5 * SECOND,
): Promise<SESv2Client> {
  const wait = await takePlace(`mail-network:${region}`, env().SES_CALLS_PER_SECOND, patienceMs)
  if (wait === null) throw new MailNetworkTrouble('busy', operation, 'OwnQueueIsLong', undefined)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return client(region)
}
