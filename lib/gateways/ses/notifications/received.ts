import { z } from 'zod'

/** What the mail network found out: `gray` when there was nothing to judge, `unknown` when it did not look. */
export type Finding = 'pass' | 'fail' | 'gray' | 'unknown'

/** A message that came in, as we call its parts. */
export interface ReceivedMail {
  deliveryId: string
  /** empty for a bounce */
  envelopeFrom: string
  /** of the envelope, those the rule was met for: never what the headers say */
  recipients: string[]
  receivedAt: Date
  findings: Record<'spf' | 'dkim' | 'dmarc' | 'spam' | 'virus', Finding>
  /** set when DMARC failed: what the domain asks for */
  dmarcPolicy: string | null
  /** what each was found for, where it was told */
  domains: { dkim: string | null; dmarc: string | null }
  content: { inline: Buffer } | { bucket: string; key: string }
}

// What a rule writes to see whether it may: no message.
const SETUP = 'AMAZON_SES_SETUP_NOTIFICATION'

// What a message can be taken in without is read where it is as it should be: for a field too few nobody waits for days.
const text = z.string().nullish().catch(null)
const verdict = z
  .object({ status: z.string() })
  .nullish()
  .catch(null)
  .transform((given) => findingOf(given?.status))
const header = z.object({ name: z.string(), value: z.string() }).nullable().catch(null)

const shape = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    // It stands in indexes, which take 2,700 bytes of a row.
    messageId: z.string().min(1).max(1_000),
    // Null for a bounce, and missing from some.
    source: text,
    headers: z.array(header).nullish().catch(null),
  }),
  receipt: z.object({
    timestamp: z.string().pipe(z.coerce.date()),
    // RFC 5321 4.5.3.1.8: a server takes a hundred; the mail network's own bound is fifty.
    recipients: z.array(z.string()).max(1_000),
    ...{ spfVerdict: verdict, dkimVerdict: verdict, dmarcVerdict: verdict },
    ...{ spamVerdict: verdict, virusVerdict: verdict },
    dmarcPolicy: text,
    action: z.object({ type: text, encoding: text, bucketName: text, objectKey: text }),
  }),
  content: text,
})

/**
 * A notification's text (SES developer guide, "Contents of notifications for email receiving"). Null for what tells of
 * no message: plain words, the rule's own test, events of another kind. @throws when it tells of one and cannot be read
 */
export function readReceived(text: string): ReceivedMail | null {
  const given = jsonIn(text)
  if (given?.notificationType !== 'Received') return null
  const { mail, receipt, content } = shape.parse(given)
  if (mail.messageId === SETUP) return null
  const results = trustedResults(mail.headers?.filter((one) => one !== null) ?? [])
  return {
    deliveryId: mail.messageId,
    envelopeFrom: mail.source ?? '',
    recipients: receipt.recipients,
    receivedAt: receipt.timestamp,
    findings: {
      spf: receipt.spfVerdict,
      dkim: receipt.dkimVerdict,
      dmarc: receipt.dmarcVerdict,
      spam: receipt.spamVerdict,
      virus: receipt.virusVerdict,
    },
    dmarcPolicy: receipt.dmarcPolicy ?? null,
    domains: {
      dkim: /\bdkim=pass header\.i=@?([^\s;]{1,253})/i.exec(results)?.[1]?.toLowerCase() ?? null,
      dmarc: /\bdmarc=\w+ header\.from=([^\s;]{1,253})/i.exec(results)?.[1]?.toLowerCase() ?? null,
    },
    content: contentOf(receipt.action, content),
  }
}

function contentOf(
  action: z.infer<typeof shape>['receipt']['action'],
  content: string | null | undefined,
): ReceivedMail['content'] {
  const { type, bucketName, objectKey, encoding } = action
  if (type === 'S3' && bucketName && objectKey) return { bucket: bucketName, key: objectKey }
  if (typeof content === 'string')
    return { inline: Buffer.from(content, encoding?.toUpperCase() === 'BASE64' ? 'base64' : 'utf8') }
  throw new Error(`The notification says neither where the message lies nor what it is: action ${type}.`)
}

/** The topmost one is the mail network's; those below it a sender may have written. */
function trustedResults(headers: { name: string; value: string }[]): string {
  const first = headers.find(({ name }) => name.toLowerCase() === 'authentication-results')?.value ?? ''
  return /^\s*amazonses\.com\s*;/i.test(first) ? first : ''
}

function findingOf(status: string | undefined): Finding {
  if (status === 'PASS') return 'pass'
  if (status === 'FAIL') return 'fail'
  return status === 'GRAY' ? 'gray' : 'unknown'
}

function jsonIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
