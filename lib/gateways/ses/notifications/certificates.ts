import { X509Certificate } from 'node:crypto'
import { HOUR, MINUTE } from '@/lib/kernel/clock'
import { fetchText } from './fetch-text'

// A chain of PEM is a few kilobytes.
const MOST_BYTES = 64 * 1024
const KEPT = 24 * HOUR
// What could not be fetched is not asked for again with each forged request.
const FAILURE_KEPT = MINUTE / 6
// One a region and year; more of them are somebody's play with addresses.
const MOST = 32
// Of names that never led to one: anybody who knows a topic can make up more. A process asks for one or two when it starts.
const MOST_NEW_A_MINUTE = 30

/** There is no certificate at an address, or not now: whether the notification is genuine cannot be known. */
export class NoCertificate extends Error {}

// Apart, so that made-up names push nothing out that was good.
const good = new Map<string, { until: number; certificate: X509Certificate }>()
const failed = new Map<string, number>()
const underWay = new Map<string, Promise<X509Certificate>>()

/** The certificate at an address that `certificateUrl` let pass. @throws NoCertificate */
export async function certificateAt(url: URL, now = Date.now()): Promise<X509Certificate> {
  const { href } = url
  const known = good.get(href)
  if (known && known.until > now) return known.certificate
  const asked = underWay.get(href)
  if (asked) return asked
  if ((failed.get(href) ?? 0) > now) throw new NoCertificate(`there was none at ${href} just now`)
  // One that was good is asked for again, whatever else is.
  if (!known && !takeNew(now)) throw new NoCertificate('too many unknown certificates are named')
  const asking = ask(url, now).finally(() => underWay.delete(href))
  underWay.set(href, asking)
  return asking
}

async function ask(url: URL, now: number): Promise<X509Certificate> {
  try {
    const certificate = new X509Certificate(await fetchText(url, MOST_BYTES))
    good.delete(url.href)
    good.set(url.href, { until: now + KEPT, certificate })
    // The oldest goes first: a Map keeps the order of insertion.
    for (const href of good.keys()) if (good.size > MOST) good.delete(href)
    return certificate
  } catch (cause) {
    for (const [href, until] of failed) if (until <= now) failed.delete(href)
    failed.set(url.href, now + FAILURE_KEPT)
    throw new NoCertificate(`no certificate at ${url.href}`, { cause })
  }
}

let minute = 0
let taken = 0
function takeNew(now: number): boolean {
  const current = Math.floor(now / MINUTE)
  if (current !== minute) [minute, taken] = [current, 0]
  return taken++ < MOST_NEW_A_MINUTE
}

export const isValidAt = (certificate: X509Certificate, now: Date): boolean =>
  certificate.validFromDate <= now && now <= certificate.validToDate
