import {
  confirmSubscription,
  forgeryOf,
  NoCertificate,
  readEnvelope,
  type Envelope,
  type Forgery,
} from '@/lib/gateways/ses/notifications'
import { AppError } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'
import {
  keepNotification,
  noteConfirmed,
  noteRefused,
  noteUnsubscribed,
} from '@/lib/messages/notifications/platform'
import { readBytes } from '../rest/body'
import { takeFailure } from '../rest/limits'
import { addressIn } from '../rest/who'

// A message of 150 kB in base64 within JSON within JSON, and its headers twice.
const MOST_BYTES = 1024 * 1024

/**
 * The mail network's notifications. It comes again after 5xx and never after 4xx, so: 2xx only once it is durable,
 * 5xx whenever it is we who failed, 4xx for what nobody with the topic's key has written.
 */
export async function sesHook(request: Request): Promise<Response> {
  try {
    const body = await textOf(request)
    const envelope = body === null ? null : readEnvelope(body)
    if (!body || !envelope || !agrees(request, envelope)) return await refuse(request, 'not_an_envelope', 400)
    const forgery = await forgeryOf(envelope)
    if (forgery) return await refuse(request, forgery, 403)
    const refusal = await take(envelope, body)
    return refusal ? await refuse(request, refusal, 403) : answer(200)
  } catch (error) {
    if (error instanceof AppError && error.code === 'body_too_large')
      return refuse(request, 'too_large', 413).catch(() => answer(413))
    // Most likely a name that somebody made up; if not, it comes again, as after a 429.
    if (error instanceof NoCertificate) return refuse(request, 'no_certificate', 503).catch(() => answer(503))
    log().error({ err: error }, 'a notification could not be taken')
    return answer(503)
  }
}

async function take(envelope: Envelope, body: string): Promise<Forgery | null> {
  const { Type, MessageId: externalId, TopicArn: topic } = envelope
  switch (Type) {
    case 'Notification':
      await keepNotification({ externalId, topic, body })
      return null
    case 'SubscriptionConfirmation':
      if (!(await confirmSubscription(envelope.SubscribeURL))) return 'subscribe_address'
      await noteConfirmed(topic)
      log().info({ topic }, 'subscription confirmed')
      return null
    case 'UnsubscribeConfirmation':
      await noteUnsubscribed(topic)
      log().error({ topic }, 'subscription ended: mail that comes in is not told of any more')
      return null
  }
}

/** Null when the bytes are no text. */
async function textOf(request: Request): Promise<string | null> {
  const bytes = await readBytes(request, MOST_BYTES)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The header says what the body is before it is read: one of them is wrong when they differ. */
const agrees = (request: Request, { Type, TopicArn }: Envelope): boolean =>
  request.headers.get('x-amz-sns-message-type') === Type &&
  (request.headers.get('x-amz-sns-topic-arn') ?? TopicArn) === TopicArn

async function refuse(request: Request, reason: string, status: number): Promise<Response> {
  const address = addressIn(request)
  const { ok, retryAfter } = await takeFailure(address)
  // Beyond the rate an address is not worth a row or a line.
  if (!ok) return answer(429, { 'retry-after': String(retryAfter) })
  log().warn({ reason, address }, 'a notification was turned away')
  await noteRefused(reason)
  return answer(status)
}

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } })
