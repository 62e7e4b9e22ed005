import MailComposer from 'nodemailer/lib/mail-composer'
import { createTransport } from 'nodemailer'
import type { HandedOver, Letter } from '../types'

const PATIENCE_MS = 8_000

/** A letter as a mail program in the outside world makes it: unsigned, with its own date and id. */
export function compose({ fromName, from, to, subject, text, html, file }: Letter): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: fromName, address: from },
    to,
    subject,
    text,
    html,
    attachments: file
      ? [{ filename: file.name, contentType: file.type, content: Buffer.from(file.content, 'base64') }]
      : [],
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** Brings it to a mail server, as the sender's own would. */
export async function bring(letter: Letter, door: { host: string; port: number }): Promise<HandedOver> {
  const transport = createTransport({
    ...door,
    name: 'mx.outside.example',
    tls: { rejectUnauthorized: false },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  try {
    const sent = await transport.sendMail({
      envelope: { from: letter.from, to: letter.to },
      raw: await compose(letter),
    })
    return { accepted: true, answer: sent.response }
  } catch (error) {
    const said = error as Error & { response?: string }
    return { accepted: false, answer: said.response ?? said.message }
  } finally {
    transport.close()
  }
}
