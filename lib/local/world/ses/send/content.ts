import type { Call } from '../context'
import { badRequest, messageRejected, notFound } from '../errors'
import { isObject, list, object, requiredText, text, texts, type Body } from '../input'
import { mailbox, mailboxes } from './addresses'
import { composeSimple } from './compose'
import { headerValue, parseMessage, type Message } from './headers'

export interface Outgoing {
  /** the mailbox in the From header */
  from: string
  /** every address that has to be verified */
  senders: string[]
  recipients: string[]
  message: Message
  tags: Record<string, string>
}

const MOST_RECIPIENTS = 50
const MOST_OCTETS = 40 * 1024 * 1024

/** What is to be sent, checked as far as it can be without looking at any state. */
export async function readContent(call: Call): Promise<Outgoing> {
  const content = object(call.body, 'Content') ?? {}
  const kinds = ['Simple', 'Raw', 'Template'].filter((kind) => isObject(content[kind]))
  if (kinds.length !== 1) throw badRequest('Content must contain exactly one of Simple, Raw or Template.')
  const tags = readTags(call.body)
  const outgoing = await (kinds[0] === 'Simple'
    ? simple(call, content)
    : kinds[0] === 'Raw'
      ? raw(call, content)
      : refuseTemplate(content))
  const count = outgoing.recipients.length
  if (count === 0) throw badRequest('Missing required recipients.')
  if (count > MOST_RECIPIENTS) throw messageRejected(`Recipient count exceeds ${MOST_RECIPIENTS}.`)
  return { ...outgoing, tags }
}

async function simple(call: Call, content: Body): Promise<Omit<Outgoing, 'tags'>> {
  const fromHeader = requiredText(call.body, 'FromEmailAddress')
  const from = mailbox(fromHeader)
  const { to, cc, bcc } = destinations(call)
  const replyTo = texts(call.body, 'ReplyToAddresses')
  replyTo.forEach(mailbox)
  const bytes = await composeSimple(object(content, 'Simple') ?? {}, { from: fromHeader, to, cc, replyTo })
  return {
    from,
    senders: [from],
    recipients: [...to, ...cc, ...bcc].map(mailbox),
    message: parseMessage(bytes),
  }
}

async function raw(call: Call, content: Body): Promise<Omit<Outgoing, 'tags'>> {
  const bytes = Buffer.from(requiredText(object(content, 'Raw') ?? {}, 'Data'), 'base64')
  if (bytes.length === 0) throw badRequest('Raw message is empty.')
  if (bytes.length > MOST_OCTETS) throw messageRejected('Message length exceeds 40 MB.')
  const message = parseMessage(bytes)
  if (message.headers.some(({ name, line }) => !/^[\x21-\x39\x3b-\x7e]+$/.test(name) || line === ''))
    throw badRequest('The raw message has an invalid header.')
  const value = (name: string) => headerValue(message.headers, name)
  const source = text(call.body, 'FromEmailAddress')
  const header = value('From')
  if (!header && !source) throw badRequest(`Missing required header 'From'.`)
  if (message.headers.filter(({ name }) => name.toLowerCase() === 'from').length > 1)
    throw badRequest(`Duplicate header 'From'.`)
  const from = mailbox(header ?? source ?? '')
  if (!header) message.headers.unshift({ name: 'From', line: `From: ${source}` })
  const { to, cc, bcc } = destinations(call)
  const given = [...to, ...cc, ...bcc].map(mailbox)
  const named = ['To', 'Cc', 'Bcc'].flatMap((name) => mailboxes(value(name) ?? ''))
  const senders = [...new Set([from, ...(source ? [mailbox(source)] : [])])]
  return { from, senders, recipients: given.length > 0 ? given : named, message }
}

function refuseTemplate(content: Body): never {
  const name = text(object(content, 'Template') ?? {}, 'TemplateName') ?? ''
  throw notFound(`Template ${name} does not exist.`)
}

function destinations(call: Call): { to: string[]; cc: string[]; bcc: string[] } {
  const destination = object(call.body, 'Destination') ?? {}
  return {
    to: texts(destination, 'ToAddresses'),
    cc: texts(destination, 'CcAddresses'),
    bcc: texts(destination, 'BccAddresses'),
  }
}

const TAG_TEXT = /^[A-Za-z0-9_-]{1,256}$/

function readTags(body: Body): Record<string, string> {
  const tags: Record<string, string> = {}
  for (const item of list(body, 'EmailTags')) {
    if (!isObject(item)) throw badRequest('EmailTags must be structures.')
    const name = requiredText(item, 'Name')
    const value = requiredText(item, 'Value')
    if (!TAG_TEXT.test(name) || !TAG_TEXT.test(value))
      throw badRequest(
        `Invalid message tag <${name}: ${value}>: only alphanumeric ASCII characters, '_', and '-' are allowed.`,
      )
    tags[name] = value
  }
  return tags
}
