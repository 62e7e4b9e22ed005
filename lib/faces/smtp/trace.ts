import type { SMTPServerSession } from 'smtp-server'

// What a client may call itself: a name or an address in brackets (RFC 5321 4.1.3). Underscores are common and harm nobody.
const NAME = /^[A-Za-z0-9._-]{1,255}$|^\[[A-Fa-f0-9:.IPv]{2,50}\]$/

export const isHelo = (name: unknown): name is string => typeof name === 'string' && NAME.test(name)

/** IPv4 in IPv6 (RFC 4291 2.5.5.2) is how a dual-stack socket tells an IPv4 peer. */
export const addressOf = (session: SMTPServerSession) =>
  session.remoteAddress.replace(/^::ffff:(?=\d+\.)/i, '')

/** The line that tells which way a message came (RFC 5321 4.4). */
export function traceOf(session: SMTPServerSession, told: { host: string; id: string; at: Date }): Buffer {
  const helo = isHelo(session.hostNameAppearsAs) ? session.hostNameAppearsAs : 'unknown'
  const [only, more] = session.envelope.rcptTo
  const recipient = only && !more && /^[\x21-\x7e]+$/.test(only.address) ? ` for <${only.address}>` : ''
  return Buffer.from(
    [
      `Received: from ${helo} ([${addressOf(session)}])`,
      `\tby ${told.host} with ${session.transmissionType} id ${told.id}${recipient};`,
      `\t${told.at.toUTCString().replace('GMT', '+0000')}`,
      '',
    ].join('\r\n'),
  )
}
