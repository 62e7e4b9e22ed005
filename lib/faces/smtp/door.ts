import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { MINUTE } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { networkOf } from '@/lib/kernel/network'
import { takeRate } from '@/lib/kernel/rate'
import { checkRecipient } from '@/lib/messages/receive/check-recipient'
import { CLOSING, MOST_BYTES, MOST_MISSES, MOST_RECIPIENTS, MOST_TIME, PATIENCE } from './bounds'
import { certificate } from './certificate'
import { Guests } from './guests'
import { lanes } from './lanes'
import { SmtpReply, trouble } from './reply'
import { takeIn } from './take-in'
import { addressOf, isHelo } from './trace'

export interface Door {
  port: number
  /** Lets nobody in any more, and those who are under way finish. */
  close(): Promise<void>
}

/** The SMTP door: for mail to our own inboxes, from anybody. */
export async function openDoor(): Promise<Door> {
  const { SMTP_HOST, SMTP_PORT, SMTP_NAME, SMTP_CONNECTIONS, DATABASE_POOL } = env()
  const guests = new Guests(SMTP_CONNECTIONS)
  const misses = new WeakMap<SMTPServerSession, number>()
  const underWay = new Set<Promise<unknown>>()
  // Others of this process want a connection to the database as well: to ask for recipients, to count rates.
  const inTurn = lanes(Math.max(1, DATABASE_POOL - 2))

  const server = new SMTPServer({
    ...(await certificate()),
    name: SMTP_NAME,
    banner: 'Letterhead',
    heloResponse: '%s greets %s',
    size: MOST_BYTES,
    maxClients: SMTP_CONNECTIONS,
    maxRecipients: MOST_RECIPIENTS,
    socketTimeout: PATIENCE,
    closeTimeout: CLOSING,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    // It knows one for each code; ours say more, and stand in the text.
    hideENHANCEDSTATUSCODES: true,
    logger: false,
    onConnect: (session, done) => answer(done, () => guests.enter(session, networkOf(addressOf(session)))),
    onClose: (session) => guests.leave(session),
    onMailFrom: (_, session, done) => answer(done, () => checkSender(session)),
    onRcptTo: ({ address }, session, done) => answer(done, () => checkAddress(address, session)),
    onData(stream, session, done) {
      const timer = setTimeout(() => stream.destroy(), MOST_TIME)
      const work = takeIn(stream, session, inTurn)
        .then((said) => done(null, said))
        .catch((error: unknown) => done(replyOf(error)))
        .finally(() => {
          clearTimeout(timer)
          underWay.delete(work)
        })
      underWay.add(work)
    },
  })
  server.on('error', (error) => log().debug({ err: error }, 'smtp connection'))

  async function checkAddress(address: string, session: SMTPServerSession) {
    const from = session.envelope.mailFrom
    const turned = await checkRecipient(address, from ? from.address : '')
    if (!turned) return
    const missed = (misses.get(session) ?? 0) + 1
    misses.set(session, missed)
    if (missed > MOST_MISSES) throw new SmtpReply(421, '4.7.0', 'Too many addresses that nobody has.')
    throw new SmtpReply(turned.code, turned.enhanced, turned.text)
  }

  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(SMTP_PORT, SMTP_HOST, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(resolve))
      // Who has nothing under way need not be waited for.
      for (const connection of server.connections)
        if (!connection.session.envelope.mailFrom) connection.send(421, '4.3.2 Closing, come again.')
      await closed
      await Promise.allSettled(underWay)
    },
  }
}

async function checkSender(session: SMTPServerSession): Promise<void> {
  if (!isHelo(session.hostNameAppearsAs))
    throw new SmtpReply(501, '5.5.4', 'Greet with the name of your server, or its address in brackets.')
  const limit = env().SMTP_RATE_PER_ADDRESS
  const taken = await takeRate([{ of: `smtp:${networkOf(addressOf(session))}`, limit, per: MINUTE }])
  if (!taken.ok)
    throw new SmtpReply(450, '4.7.1', `Too many messages from your address. Try again in ${taken.reset} s.`)
}

function answer(done: (error?: Error | null) => void, work: () => Promise<void> | void): void {
  Promise.resolve()
    .then(work)
    .then(
      () => done(),
      (error: unknown) => done(replyOf(error)),
    )
}

function replyOf(error: unknown): SmtpReply {
  if (error instanceof SmtpReply) return error
  log().error({ err: error }, 'smtp')
  return trouble()
}
