import { bring, compose } from '../inbound/letter'
import type { Arrival, ArrivedMail, HandedOver, Letter, NewArrival } from '../types'
import type { ControlHandler } from './context'
import { invalid } from './error'

// As SendEmail allows: an envelope of this world has no more.
const MOST_RECIPIENTS = 50
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+$/

export const getArrived: ControlHandler = ({ ses: { store } }): ArrivedMail[] =>
  store.arrived.all().sort((a, b) => b.at - a.at)

/** Mail as it reaches the mail network's servers. */
export const receive: ControlHandler = async ({ inbound }, { body }): Promise<Arrival> => {
  const { raw, letter, from, deliver, encoding, sourceIp, helo } = body as unknown as NewArrival
  if (from !== '' && !isAddress(from)) throw invalid('from', 'from must be an address, or empty.')
  if ((raw === undefined) === (letter === undefined)) throw invalid('raw', 'Give a raw message or a letter.')
  const bytes = letter ? await compose(readLetter({ ...letter })) : Buffer.from(String(raw), 'base64')
  return inbound.accept({ from, to: readRecipients(body.to), raw: bytes, deliver, encoding, sourceIp, helo })
}

/** A letter of somebody outside, brought to the door they chose. */
export const handOver: ControlHandler = async ({ inbound }, { body }): Promise<HandedOver> => {
  const letter = readLetter(body)
  const door = body.door as 'network' | { host: string; port: number }
  if (door !== 'network') {
    const port = Number((door as { port?: unknown } | undefined)?.port)
    if (!(port > 0 && port < 65_536)) throw invalid('door', 'The door is the network, or a host and a port.')
    return bring(letter, { host: String(door.host), port })
  }
  const { messageId, refused } = await inbound.accept({
    from: letter.from,
    to: letter.to,
    raw: await compose(letter),
  })
  return messageId
    ? { accepted: true, answer: `250 OK ${messageId}` }
    : { accepted: false, answer: `550 5.1.1 Mailbox does not exist: ${refused.join(', ')}` }
}

function readLetter(body: Record<string, unknown>): Letter {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const from = text('from').trim()
  if (!isAddress(from)) throw invalid('from', 'Give the address it comes from.')
  const file = body.file as Letter['file']
  return {
    ...{ from, fromName: text('fromName'), subject: text('subject'), text: text('text') },
    to: readRecipients(body.to),
    ...(text('html') && { html: text('html') }),
    ...(file && {
      file: { name: String(file.name), type: String(file.type), content: String(file.content) },
    }),
  }
}

function readRecipients(given: unknown): string[] {
  const list = Array.isArray(given) ? given.map((one) => String(one).trim()) : []
  if (list.length === 0 || list.length > MOST_RECIPIENTS || !list.every(isAddress))
    throw invalid('to', 'Give the address of an inbox.')
  return list
}

const isAddress = (text: unknown): boolean => typeof text === 'string' && ADDRESS.test(text)
