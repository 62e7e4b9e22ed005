import MailComposer from 'nodemailer/lib/mail-composer'
import { badRequest } from '../errors'
import { isObject, list, object, requiredText, text, type Body } from '../input'

export interface Parties {
  from: string
  to: string[]
  cc: string[]
  replyTo: string[]
}

// What SES writes itself; a caller's copy is refused.
const MANAGED = new Set([
  'bcc', 'cc', 'content-transfer-encoding', 'content-type', 'date', 'dkim-signature', 'from', 'message-id',
  'mime-version', 'reply-to', 'return-path', 'sender', 'subject', 'to',
]) // prettier-ignore

/** `Content.Simple` to MIME. Date and Message-ID are set later, as for a raw message. */
export async function composeSimple(simple: Body, parties: Parties): Promise<Buffer> {
  const body = object(simple, 'Body') ?? {}
  const subject = part(simple, 'Subject') ?? ''
  if (/[\r\n]/.test(subject)) throw badRequest('Subject must not contain line breaks.')
  const composer = new MailComposer({
    ...parties,
    subject,
    text: part(body, 'Text'),
    html: part(body, 'Html'),
    headers: list(simple, 'Headers').map(readHeader),
    attachments: list(simple, 'Attachments').map(readAttachment),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

function part(parent: Body, name: string): string | undefined {
  const content = object(parent, name)
  return content && requiredText(content, 'Data')
}

function readHeader(item: unknown): { key: string; value: string } {
  if (!isObject(item)) throw badRequest('Headers must be structures.')
  const key = requiredText(item, 'Name')
  const value = requiredText(item, 'Value')
  if (!/^[\x21-\x39\x3b-\x7e]{1,126}$/.test(key))
    throw badRequest(`Invalid header name ${JSON.stringify(key)}.`)
  if (MANAGED.has(key.toLowerCase())) throw badRequest(`Header ${key} is managed by SES and must not be set.`)
  if (!/^[\x20-\x7e\t]*$/.test(value) || value.length > 995 || key.length + value.length > 996)
    throw badRequest(`Invalid value for header ${key}.`)
  return { key, value }
}

function readAttachment(item: unknown) {
  if (!isObject(item)) throw badRequest('Attachments must be structures.')
  return {
    filename: requiredText(item, 'FileName').replace(/[\r\n]/g, ' '),
    content: Buffer.from(requiredText(item, 'RawContent'), 'base64'),
    contentType: text(item, 'ContentType'),
    contentDisposition:
      text(item, 'ContentDisposition') === 'INLINE' ? ('inline' as const) : ('attachment' as const),
    cid: text(item, 'ContentId'),
  }
}
