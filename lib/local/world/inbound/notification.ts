import { decodeWords } from '../ses/send/decode-words'
import { headerValue, parseMessage, unfold } from '../ses/send/headers'
import type { Facts } from './trace'

export type Content =
  { by: 's3'; bucket: string; key: string } | { by: 'inline'; encoding: 'BASE64' | 'UTF8'; text: string }

type Status = 'PASS' | 'FAIL' | 'GRAY' | 'PROCESSING_FAILED'
// What is longer is cut, and said to be.
const MOST_HEADERS = 10 * 1024

/** What a receipt rule publishes of a message (SES developer guide, "Contents of notifications for email receiving"). */
export function receivedNotification(raw: Buffer, facts: Facts, content: Content, topicArn: string): string {
  const { id, from, to, at, verdict, scan } = facts
  const parsed = parseMessage(raw).headers
  const value = (name: string) => headerValue(parsed, name)
  const list = (name: string) => (value(name) ? [decodeWords(value(name) ?? '')] : undefined)
  const headers = bounded(
    parsed.map(({ name, line }) => ({ name, value: unfold(line.slice(line.indexOf(':') + 1)) })),
  )
  const dmarc = dmarcStatus(verdict.dmarc)
  return JSON.stringify({
    notificationType: 'Received',
    mail: {
      timestamp: new Date(at).toISOString(),
      source: from,
      messageId: id,
      destination: to,
      headersTruncated: headers.truncated,
      headers: headers.kept,
      commonHeaders: {
        returnPath: from,
        from: list('From'),
        date: value('Date'),
        to: list('To'),
        cc: list('Cc'),
        messageId: value('Message-ID'),
        subject: decodeWords(value('Subject') ?? ''),
      },
    },
    receipt: {
      timestamp: new Date(at).toISOString(),
      processingTimeMillis: Math.max(1, Date.now() - at),
      recipients: to,
      spamVerdict: { status: scan.spam },
      virusVerdict: { status: scan.virus },
      spfVerdict: { status: status(verdict.spf.result) },
      dkimVerdict: { status: status(dkimResult(facts)) },
      dmarcVerdict: { status: dmarc },
      ...(dmarc === 'FAIL' && { dmarcPolicy: verdict.dmarc.policy ?? 'none' }),
      action:
        content.by === 's3'
          ? { type: 'S3', topicArn, bucketName: content.bucket, objectKeyPrefix: '', objectKey: content.key }
          : { type: 'SNS', topicArn, encoding: content.encoding },
    },
    ...(content.by === 'inline' && { content: content.text }),
  })
}

const dkimResult = ({ verdict: { dkim } }: Facts) =>
  dkim.some((one) => one.result === 'pass') ? 'pass' : (dkim[0]?.result ?? 'none')

function status(result: string): Status {
  if (result === 'pass') return 'PASS'
  if (result === 'temperror') return 'PROCESSING_FAILED'
  return ['none', 'neutral', 'policy'].includes(result) ? 'GRAY' : 'FAIL'
}

const dmarcStatus = ({ result }: { result: string }) => status(result)

function bounded(headers: { name: string; value: string }[]) {
  let size = 0
  const end = headers.findIndex(({ name, value }) => (size += name.length + value.length) > MOST_HEADERS)
  return { truncated: end >= 0, kept: end >= 0 ? headers.slice(0, end) : headers }
}
