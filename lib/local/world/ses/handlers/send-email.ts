import { randomInt } from 'node:crypto'
import type { Identity } from '../../store/entities'
import type { SentMail } from '../../store/mail'
import type { Call, Handler, Ses } from '../context'
import {
  configurationSetMissing,
  limitExceeded,
  messageRejected,
  sendingPaused,
  tooManyRequests,
} from '../errors'
import { text } from '../input'
import { decodeWords } from '../send/decode-words'
import { readContent, type Outgoing } from '../send/content'
import { envelopeFrom } from '../send/envelope'
import { formatMessage, header, headerValue, type Message } from '../send/headers'
import { messageIdHost, newMessageId } from '../send/message-id'
import { senderIdentity, signingIdentity } from '../send/sender-identity'
import { sign } from '../send/sign'
import { requireTenant } from '../send/tenant-rules'
import { WORLD_DOMAIN, worldKey } from '../send/world-key'
import { MAX_24_HOUR_SEND, sendingEnabled, sentLastDay } from './account'

export const sendEmail: Handler = async (ses, call) => {
  const outgoing = await readContent(call)
  const identities = ses.store.identities.all()
  const identity = verifiedSender(ses, outgoing, identities)
  const configurationSet = effectiveSet(ses, call, identity)
  const tenantName = text(call.body, 'TenantName') || null
  if (tenantName) requireTenant(ses, tenantName, identity, configurationSet)
  checkPauses(ses, configurationSet)
  checkQuota(ses, outgoing.recipients.length)

  const now = Date.now()
  const id = newMessageId(now)
  const sender = envelopeFrom(identity, id, ses.region)
  // The first 62 addresses behind 199.255.192.0: all inside the world's SPF range.
  const sourceIp = `199.255.192.${randomInt(1, 63)}`
  const stamped = stamp(outgoing.message, { id, now, region: ses.region, sourceIp })
  const raw = await signAll(ses, formatMessage(stamped), outgoing.from, identities)
  const mail: SentMail = {
    id,
    at: now,
    from: decodeWords(headerValue(stamped.headers, 'From') ?? outgoing.from),
    to: outgoing.recipients,
    subject: decodeWords(headerValue(stamped.headers, 'Subject') ?? ''),
    envelopeFrom: sender,
    sourceIp,
    tenantName,
    configurationSet,
    tags: outgoing.tags,
  }
  ses.store.mail.add(mail, Buffer.concat([Buffer.from(`Return-Path: <${sender}>\r\n`), raw]))
  ses.deliver(id)
  return { MessageId: id }
}

function verifiedSender(ses: Ses, outgoing: Outgoing, identities: Identity[]): Identity {
  const failed = outgoing.senders.filter((address) => !senderIdentity(address, identities))
  const identity = senderIdentity(outgoing.from, identities)
  if (identity && failed.length === 0) return identity
  throw messageRejected(
    `Email address is not verified. The following identities failed the check in region ${ses.region.toUpperCase()}: ${failed.join(', ')}`,
  )
}

function effectiveSet(ses: Ses, call: Call, identity: Identity): string | null {
  const name = text(call.body, 'ConfigurationSetName') || identity.configurationSet
  if (name && !ses.store.configurationSets.get(name)) throw configurationSetMissing(name)
  return name
}

function checkPauses(ses: Ses, configurationSet: string | null): void {
  if (!sendingEnabled(ses)) throw sendingPaused('Email sending is disabled for this account.')
  if (configurationSet && ses.store.configurationSets.get(configurationSet)?.sendingEnabled === false)
    throw sendingPaused(`Email sending is disabled for configuration set ${configurationSet}.`)
}

function checkQuota(ses: Ses, recipients: number): void {
  if (sentLastDay(ses) + recipients > MAX_24_HOUR_SEND) throw limitExceeded('Daily message quota exceeded.')
  if (!ses.takeSendTurn(recipients)) throw tooManyRequests('Maximum sending rate exceeded.')
}

const REPLACED = /^(?:date|message-id|bcc|return-path|feedback-id|x-ses-.*)$/i

/** SES writes its own Date and Message-ID over whatever the caller sent. */
function stamp(message: Message, by: { id: string; now: number; region: string; sourceIp: string }): Message {
  const date = new Date(by.now).toUTCString().replace('GMT', '+0000')
  return {
    headers: [
      ...message.headers.filter(({ name }) => !REPLACED.test(name)),
      header('Message-ID', `<${by.id}@${messageIdHost(by.region)}>`),
      header('Date', date),
      header('Feedback-ID', `::1.${by.region}.world:AmazonSES`),
      header(
        'X-SES-Outgoing',
        `${new Date(by.now).toISOString().slice(0, 10).replaceAll('-', '.')}-${by.sourceIp}`,
      ),
    ],
    body: message.body,
  }
}

function signAll(ses: Ses, raw: Buffer, from: string, identities: Identity[]): Promise<Buffer> {
  const owner = signingIdentity(from, identities)
  const key = owner?.dkim.keys[randomInt(Math.max(owner.dkim.keys.length, 1))]
  const world = { domain: WORLD_DOMAIN, key: worldKey(ses.store) }
  return sign(raw, owner && key ? [{ domain: owner.name, key }, world] : [world])
}
