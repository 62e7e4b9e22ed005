import { createHash, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { IncomingMail } from '../receive/types'

/** A message as it comes over the wire. */
export function rawMail(fields: Record<string, string> = {}, text = 'Good morning.'): Buffer {
  const told = {
    From: 'Ada <ada@sender.example>',
    To: 'Somebody <somebody@receiver.example>',
    Subject: 'Good morning',
    Date: 'Mon, 16 Nov 2026 09:00:00 +0000',
    'Message-ID': `<${randomUUID()}@sender.example>`,
    ...fields,
  }
  const head = Object.entries(told).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${head.join('')}\r\n${text}\r\n`)
}

/** The same as `receiveMessage` takes it, by the SMTP door unless said otherwise. */
export const incoming = (
  raw: Buffer,
  recipients: string[],
  more: Partial<IncomingMail> = {},
): IncomingMail => ({
  by: 'smtp',
  deliveryId: randomUUID(),
  envelopeFrom: 'ada@sender.example',
  recipients,
  receivedAt: new Date(),
  raw: {
    open: () => Promise.resolve(Readable.from([raw], { objectMode: false })),
    size: raw.length,
    sha256: createHash('sha256').update(raw).digest('hex'),
  },
  ...more,
})
