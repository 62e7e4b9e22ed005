import { z } from 'zod'

/** The body of a request of SNS (developer guide, "HTTP/HTTPS notification JSON format"). Other fields are ignored. */
const text = z.string().max(1_000_000)
const short = z.string().min(1).max(2_048)
const common = {
  MessageId: short,
  TopicArn: short,
  Message: text,
  Timestamp: z.iso.datetime(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: short,
  SigningCertURL: short,
}
const envelope = z.discriminatedUnion('Type', [
  z.object({ Type: z.literal('Notification'), ...common, Subject: text.optional() }),
  z.object({
    Type: z.enum(['SubscriptionConfirmation', 'UnsubscribeConfirmation']),
    ...common,
    Token: short,
    SubscribeURL: short,
  }),
])
export type Envelope = z.infer<typeof envelope>

/** Null for what is no envelope: broken JSON, a signature version nobody knows, a field missing. */
export function readEnvelope(body: string): Envelope | null {
  try {
    return envelope.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

const NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const CONFIRMATION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']

/** What the topic's key signed: of each type its own fields, in the order of their names. */
export function signedText(envelope: Envelope): string {
  const fields: Record<string, string | undefined> = envelope
  const names = envelope.Type === 'Notification' ? NOTIFICATION : CONFIRMATION
  return names
    .filter((name) => fields[name] !== undefined)
    .map((name) => `${name}\n${fields[name]}\n`)
    .join('')
}
