import { env } from '@/lib/kernel/env'

const HOST = /^sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?$/

/** An address of the notification service itself; null for anybody else's. In local mode the local one, and no other. */
export function trustedUrl(given: string, local = env().AWS_ENDPOINT_URL_SNS): URL | null {
  if (!URL.canParse(given)) return null
  const url = new URL(given)
  if (url.username || url.password) return null
  if (local) return url.origin === new URL(local).origin ? url : null
  return url.protocol === 'https:' && url.port === '' && HOST.test(url.hostname) ? url : null
}

/** Where a certificate may be fetched from. */
export function certificateUrl(given: string, local?: string): URL | null {
  const url = trustedUrl(given, local)
  return url?.pathname.endsWith('.pem') && url.search === '' ? url : null
}
