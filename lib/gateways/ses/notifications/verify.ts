import { createVerify } from 'node:crypto'
import { after, DAY, MINUTE } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { certificateAt, isValidAt } from './certificates'
import { signedText, type Envelope } from './envelope'
import { certificateUrl } from './trusted-url'

/** Why a notification is not believed. */
export const forgeries = [
  'unknown_topic',
  'certificate_address',
  'certificate_expired',
  'wrong_signature',
  'too_old',
  'subscribe_address',
] as const
export type Forgery = (typeof forgeries)[number]

/**
 * How long a notification may be under way: a queue of those that could not be delivered keeps them for fourteen days.
 * What was taken in is remembered for as long, so that nothing comes twice.
 */
export const UNDER_WAY = 14 * DAY
const CLOCKS_DIFFER = 15 * MINUTE

/** Null when the envelope is genuine. The topic comes first: nothing is fetched for a stranger's. @throws NoCertificate */
export async function forgeryOf(envelope: Envelope, now = new Date()): Promise<Forgery | null> {
  if (!env().INBOUND_TOPICS.includes(envelope.TopicArn)) return 'unknown_topic'
  const sent = new Date(envelope.Timestamp)
  if (sent < after(now, -UNDER_WAY) || sent > after(now, CLOCKS_DIFFER)) return 'too_old'
  const url = certificateUrl(envelope.SigningCertURL)
  if (!url) return 'certificate_address'
  const certificate = await certificateAt(url, now.getTime())
  if (!isValidAt(certificate, now)) return 'certificate_expired'
  const algorithm = envelope.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256'
  const isGenuine = createVerify(algorithm)
    .update(signedText(envelope), 'utf8')
    .verify(certificate.publicKey, envelope.Signature, 'base64')
  return isGenuine ? null : 'wrong_signature'
}
