import { randomUUID } from 'node:crypto'

/** What the mail network tells of one message that it took in, to be told as often as one likes. */
export const notificationOf = (raw: Buffer, to: string) => ({
  notificationType: 'Received',
  mail: {
    ...{
      timestamp: new Date().toISOString(),
      source: 'ada@outside.example',
      messageId: randomUUID().replaceAll('-', ''),
    },
    ...{ destination: [to], headersTruncated: false, headers: [], commonHeaders: {} },
  },
  receipt: {
    ...{ timestamp: new Date().toISOString(), processingTimeMillis: 1, recipients: [to] },
    ...Object.fromEntries(
      ['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((kind) => [`${kind}Verdict`, { status: 'GRAY' }]),
    ),
    action: { type: 'SNS', topicArn: 'arn:aws:sns:eu-central-1:0:inbound', encoding: 'BASE64' },
  },
  content: raw.toString('base64'),
})
