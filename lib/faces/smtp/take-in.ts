import { randomUUID } from 'node:crypto'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { env } from '@/lib/kernel/env'
import { networkOf } from '@/lib/kernel/network'
import { verdictsOf } from '@/lib/messages/authenticate/authenticate'
import { uncheckable } from '@/lib/messages/authenticate/words'
import { listedAt } from '@/lib/messages/decide/lists'
import { noteUnread } from '@/lib/messages/receive/note-refusal'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import type { Bounds } from './bounds'
import { answerOf, SmtpReply } from './reply'
import { Spool } from './spool'
import { addressOf, isHelo, traceOf } from './trace'

// RFC 5321 6.3: a hundred is what to allow at least; loops are found in fewer.
const MOST_HOPS = 50

/** In whose turn DNS is asked, and in `whose` the database, each in its share: nobody's silence or lock is another's wait. */
interface Turns {
  ask<T>(work: () => Promise<T>, network: string): Promise<T>
  store<T>(work: () => Promise<T>, whose: string): Promise<T>
  whose: string
}

/** Takes the bytes of a message and hands it over. What it answers is told to the sender, once it is durable. */
export async function takeIn(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  turns: Turns,
  { mostBytes, patience }: Bounds,
): Promise<string> {
  const spool = new Spool()
  try {
    const [id, at] = [randomUUID(), new Date()]
    await spool.add(traceOf(session, { host: env().SMTP_NAME, id, at }))
    const isWhole = await fill(spool, stream, mostBytes)
    const from = session.envelope.mailFrom
    const envelopeFrom = from ? from.address : ''
    const recipients = session.envelope.rcptTo.map(({ address }) => address)
    const unread = whyUnread(isWhole, spool.head.received, mostBytes)
    if (unread) {
      const { reply, reason } = unread
      const answer = `${reply.responseCode} ${reply.message}`
      await turns.store(() => noteUnread(recipients, envelopeFrom, { reason, answer }), turns.whose)
      throw reply
    }
    const asked = await turns.ask(
      () => ask(spool, session, envelopeFrom, patience),
      networkOf(addressOf(session)),
    )
    const mail = {
      ...{ by: 'smtp' as const, deliveryId: id, envelopeFrom, receivedAt: at },
      recipients,
      raw: { open: spool.open, size: spool.size, sha256: spool.sha256() },
      ...asked,
    }
    return await turns.store(async () => answerOf(await receiveMessage(mail)), turns.whose)
  } finally {
    await spool.close()
  }
}

/** Why nobody reads it; null when it is read. */
function whyUnread(isWhole: boolean, hops: number, mostBytes: number) {
  const circles = 'This message goes in circles: it has been through too many servers.'
  const size = `A message may have ${mostBytes / 1e6} MB here.`
  if (!isWhole) return { reason: 'too_large' as const, reply: new SmtpReply(552, '5.3.4', size) }
  if (hops > MOST_HOPS) return { reason: 'in_circles' as const, reply: new SmtpReply(554, '5.4.6', circles) }
  return null
}

/** Reads to the end, keeping no more than is taken: the sender hears an answer only when it has sent everything. */
async function fill(spool: Spool, stream: SMTPServerDataStream, most: number): Promise<boolean> {
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= most) await spool.add(chunk)
    else if (bytes > 2 * most) throw new SmtpReply(421, '4.3.0', 'This message has no end.')
  }
  return bytes <= most
}

/** What others say of it, by DNS. */
async function ask(
  { head, open }: Spool,
  session: SMTPServerSession,
  envelopeFrom: string,
  patience: number,
) {
  const address = addressOf(session)
  const origin = { address, envelopeFrom, helo: nameOf(session), host: env().SMTP_NAME }
  const [verdicts, listed] = await Promise.all([
    head.isReadable ? verdictsOf(open, origin, patience) : uncheckable,
    listedAt(address),
  ])
  return { verdicts, listedAt: listed }
}

const nameOf = ({ hostNameAppearsAs }: SMTPServerSession) =>
  isHelo(hostNameAppearsAs) ? hostNameAppearsAs : 'unknown'
