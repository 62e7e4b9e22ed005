import { randomUUID } from 'node:crypto'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { env } from '@/lib/kernel/env'
import { verdictsOf } from '@/lib/messages/authenticate/authenticate'
import { noVerdicts } from '@/lib/messages/receive/facts-of'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { MOST_BYTES } from './bounds'
import { answerOf, SmtpReply } from './reply'
import { Spool } from './spool'
import { addressOf, isHelo, traceOf } from './trace'

// RFC 5321 6.3: a hundred is what to allow at least; loops are found in fewer.
const MOST_HOPS = 50
// What more signatures would prove, two do as well.
const MOST_SIGNATURES = 20
const MOST_HEAD = 1024 * 1024

/** Takes the bytes of a message and hands it over. What it answers is told to the sender, once it is durable. */
export async function takeIn(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<string> {
  const spool = new Spool()
  try {
    const [id, at] = [randomUUID(), new Date()]
    await spool.add(traceOf(session, { host: env().SMTP_NAME, id, at }))
    const isWhole = await fill(spool, stream)
    if (!isWhole) throw new SmtpReply(552, '5.3.4', `A message may have ${MOST_BYTES / 1e6} MB here.`)
    if (spool.head.received > MOST_HOPS)
      throw new SmtpReply(554, '5.4.6', 'This message goes in circles: it has been through too many servers.')
    const from = session.envelope.mailFrom
    const mail = {
      by: 'smtp' as const,
      deliveryId: id,
      envelopeFrom: from ? from.address : '',
      recipients: session.envelope.rcptTo.map(({ address }) => address),
      raw: { open: spool.open, size: spool.size, sha256: spool.sha256() },
      receivedAt: at,
      remote: { address: addressOf(session), name: nameOf(session) },
    }
    return await inTurn(async () =>
      answerOf(await receiveMessage({ ...mail, verdicts: await verdictsFor(spool, mail) })),
    )
  } finally {
    await spool.close()
  }
}

/** Reads to the end, keeping no more than is taken: the sender hears an answer only when it has sent everything. */
async function fill(spool: Spool, stream: SMTPServerDataStream): Promise<boolean> {
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) await spool.add(chunk)
    else if (bytes > 2 * MOST_BYTES) throw new SmtpReply(421, '4.3.0', 'This message has no end.')
  }
  return bytes <= MOST_BYTES
}

async function verdictsFor(
  { head, open }: Spool,
  { envelopeFrom, remote }: { envelopeFrom: string; remote: { address: string; name: string } },
) {
  if (head.bytes > MOST_HEAD || head.signatures > MOST_SIGNATURES) return noVerdicts
  return verdictsOf(open, { address: remote.address, helo: remote.name, envelopeFrom, host: env().SMTP_NAME })
}

const nameOf = ({ hostNameAppearsAs }: SMTPServerSession) =>
  isHelo(hostNameAppearsAs) ? hostNameAppearsAs : 'unknown'
