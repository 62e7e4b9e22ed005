import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

export const LARGE = 39_000_000

/** A message of nearly the most there may be: a text and one file, made as it is sent. */
export function* largeMail(size = LARGE): Generator<Buffer> {
  yield Buffer.from(
    'From: Ada <ada@sender.example>\r\nSubject: Large\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n' +
      '--B\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n' +
      '--B\r\nContent-Type: application/octet-stream; name=large.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n',
  )
  const line = `${randomBytes(57).toString('base64')}\r\n`
  const block = Buffer.from(line.repeat(800))
  for (let left = size; left > 0; left -= block.length)
    yield block.subarray(0, left - (left % line.length) || left)
  yield Buffer.from('\r\n--B--\r\n')
}

/** Brings so many of them, one after the other on one connection. */
export async function bringLarge(
  port: number,
  to: string,
  count: number,
  afterEach: (n: number) => Promise<void> | void,
): Promise<void> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
    ignoreTLS: true,
  })
  for (let n = 1; n <= count; n++) {
    await transport.sendMail({
      envelope: { from: 'ada@sender.example', to: [to] },
      raw: Readable.from(largeMail(), { objectMode: false }),
    })
    await afterEach(n)
  }
  transport.close()
}

/** Bytes of memory that a process has now. */
export const memoryOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024
