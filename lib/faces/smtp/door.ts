import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { MINUTE } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { log } from '@/lib/kernel/log'
import { networkOf } from '@/lib/kernel/network'
import { takeRate } from '@/lib/kernel/rate'
import { checkRecipient } from '@/lib/messages/receive/check-recipient'
import { NotTogether } from '@/lib/messages/receive/not-together'
import { BOUNDS, CLOSING, type Bounds } from './bounds'
import { certificate, renewals } from './certificate'
import { Guests } from './guests'
import { lanes } from './lanes'
import { notTogether, SmtpReply, tooLong, trouble } from './reply'
import { Stays } from './stays'
import { takeIn } from './take-in'
import { TakersOf } from './takers-of'
import { addressOf, isHelo } from './trace'

export interface Door {
  port: number
  /** Lets nobody in any more, and those who are under way finish. */
  close(): Promise<void>
}

/** The SMTP door: for mail to our own inboxes, from anybody. */
export async function openDoor(changed: Partial<Bounds> = {}): Promise<Door> {
  const { SMTP_HOST, SMTP_PORT, SMTP_NAME, SMTP_CONNECTIONS, DATABASE_POOL } = env()
  const bounds = { ...BOUNDS, ...changed }
  const guests = new Guests(SMTP_CONNECTIONS)
  const stays = new Stays(bounds, (guest) => turnOut(guest, tooLong))
  const misses = new WeakMap<SMTPServerSession, number>()
  const takers = new TakersOf(bounds.mostTakers)
  const underWay = new Set<Promise<unknown>>()
  // Others of this process want a connection to the database as well: to ask for recipients, to count rates.
  const mostStoring = Math.max(1, DATABASE_POOL - 2)
  const turns = {
    ask: lanes(bounds.mostAsking, Math.ceil(bounds.mostAsking / 4)),
    store: lanes(mostStoring, Math.ceil(mostStoring / 2)),
  }
  // Before the files are read: what changes in between is seen at the first look.
  const renew = await renewals(bounds.lookEvery, (renewed) => server.updateSecureContext(renewed))

  const server = new SMTPServer({
    ...(await certificate()),
    name: SMTP_NAME,
    banner: 'Letterhead',
    heloResponse: '%s greets %s',
    size: bounds.mostBytes,
    maxClients: SMTP_CONNECTIONS,
    maxRecipients: bounds.mostRecipients,
    socketTimeout: bounds.mostSilence,
    closeTimeout: CLOSING,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    // It knows one for each code; ours say more, and stand in the text.
    hideENHANCEDSTATUSCODES: true,
    logger: false,
    onConnect: (session, done) => answer(done, () => enter(session)),
    onClose(session) {
      guests.leave(session)
      stays.leave(session)
    },
    onMailFrom: (_, session, done) => answer(done, () => checkSender(session)),
    onRcptTo: ({ address }, session, done) => answer(done, () => checkAddress(address, session)),
    onData(stream, session, done) {
      stays.begins(session)
      const timer = setTimeout(() => stream.destroy(tooLong), bounds.mostTime)
      // Whoever reads it hears of it; when nobody does, it is no reason for the process to die.
      stream.on('error', () => undefined)
      const work = takeIn(stream, session, { ...turns, whose: takers.whose(session.envelope) }, bounds)
        .then((said) => done(null, said))
        .catch((error: unknown) => done(replyOf(error)))
        .finally(() => {
          clearTimeout(timer)
          stays.ended(session)
          underWay.delete(work)
        })
      underWay.add(work)
    },
  })
  server.on('error', (error) => log().debug({ err: error }, 'smtp connection'))

  async function enter(session: SMTPServerSession) {
    guests.enter(session, networkOf(addressOf(session)))
    stays.enter(session)
    await renew()
  }

  function turnOut(guest: object, { responseCode, message }: SmtpReply) {
    for (const connection of server.connections)
      if (connection.session === guest) connection.send(responseCode, message)
  }

  async function checkAddress(address: string, session: SMTPServerSession) {
    const from = session.envelope.mailFrom
    const checked = await checkRecipient(address, from ? from.address : '')
    if ('tenantIds' in checked) return takers.add(session.envelope, checked)
    const missed = (misses.get(session) ?? 0) + 1
    misses.set(session, missed)
    if (missed > bounds.mostMisses) throw new SmtpReply(421, '4.7.0', 'Too many addresses that nobody has.')
    throw new SmtpReply(checked.code, checked.enhanced, checked.text)
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
  if (error instanceof NotTogether) return notTogether
  if (error instanceof SmtpReply) return error
  // Who leaves in the middle of a message is nothing to look into.
  const level = (error as { code?: string } | null)?.code === 'ECONNECTION' ? 'debug' : 'error'
  log()[level]({ err: error }, 'smtp')
  return trouble()
}
