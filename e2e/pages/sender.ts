import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { createTransport } from 'nodemailer'
import { ensureSwaks } from '../support/swaks'
import type { Installation } from './installation'

interface Letter {
  to: string
  subject: string
  from?: string
  text?: string
  html?: string
  files?: { filename: string; content: Buffer }[]
  /** the Message-ID of what it answers */
  answers?: string
  messageId?: string
  headers?: Record<string, string>
}
interface Answer {
  accepted: boolean
  /** the last that the door said */
  said: string
  raw: Buffer
  messageId: string
}

/** Somebody outside who writes to our customers: by Debian's swaks, at the SMTP door. */
export class Sender {
  constructor(
    private readonly product: Installation,
    readonly address = 'Ada Outside <ada@outside.example>',
  ) {}

  async write(letter: Letter): Promise<Answer> {
    const { raw, messageId } = await compose({ from: this.address, ...letter })
    const envelope = /<(.+)>/.exec(letter.from ?? this.address)?.[1] ?? this.address
    const server = `127.0.0.1:${this.product.smtpPort}`
    const args = ['--server', server, '--from', envelope, '--to', letter.to, '--tls', '--data', '-']
    const swaks = spawn(ensureSwaks(), [...args, '--helo', 'mx.outside.example'], { stdio: 'pipe' })
    let words = ''
    for (const stream of [swaks.stdout, swaks.stderr])
      stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
    swaks.stdin.end(raw)
    const [code] = (await once(swaks, 'close')) as [number]
    const answers = [...words.matchAll(/^<[-~* ]+(?<said>[245]\d\d .*)$/gm)].map(
      ({ groups }) => groups?.said ?? '',
    )
    const refused = answers.find((said) => /^[45]/.test(said))
    const stored = answers.findLast((said) => said.startsWith('250'))
    return { accepted: code === 0, said: refused ?? stored ?? words, raw, messageId }
  }

  /** One that has to come in. */
  async deliver(letter: Letter): Promise<Answer> {
    const answer = await this.write(letter)
    expect(answer, answer.said).toMatchObject({ accepted: true })
    return answer
  }
}

/** A message as a mail program makes it. */
export async function compose({ answers, files, ...letter }: Letter & { from: string }) {
  const messageId = letter.messageId ?? `<${randomUUID()}@outside.example>`
  // Composes, and sends nothing.
  const composed = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    text: 'Good morning.',
    ...letter,
    messageId,
    ...(files && { attachments: files }),
    ...(answers && { inReplyTo: answers, references: answers }),
  })
  return { raw: composed.message as Buffer, messageId }
}
