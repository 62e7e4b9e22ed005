import { createSign, randomUUID } from 'node:crypto'
import type { SigningCertificate } from '../store/entities'

/** The body of a request that a topic makes, as AWS writes it. */
export type Envelope = Record<string, string>

const NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']

export interface Stamp {
  key: SigningCertificate
  version: '1' | '2'
  certificateUrl: string
}

export function notification(
  what: { topicArn: string; message: string; subject?: string; unsubscribeUrl: string },
  stamp: Stamp,
): Envelope {
  return signed(
    {
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn: what.topicArn,
      ...(what.subject !== undefined && { Subject: what.subject }),
      Message: what.message,
      Timestamp: new Date().toISOString(),
      UnsubscribeURL: what.unsubscribeUrl,
    },
    NOTIFICATION,
    stamp,
  )
}

export function confirmation(
  what: { topicArn: string; token: string; subscribeUrl: string },
  stamp: Stamp,
): Envelope {
  return signed(
    {
      Type: 'SubscriptionConfirmation',
      MessageId: randomUUID(),
      Token: what.token,
      TopicArn: what.topicArn,
      Message: `You have chosen to subscribe to the topic ${what.topicArn}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
      SubscribeURL: what.subscribeUrl,
      Timestamp: new Date().toISOString(),
    },
    CONFIRMATION,
    stamp,
  )
}

function signed(fields: Envelope, names: string[], { key, version, certificateUrl }: Stamp): Envelope {
  const text = names.flatMap((name) => (name in fields ? `${name}\n${fields[name]}\n` : [])).join('')
  const signature = createSign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256').update(text)
  return {
    ...fields,
    SignatureVersion: version,
    Signature: signature.sign(key.privateKey, 'base64'),
    SigningCertURL: certificateUrl,
  }
}
