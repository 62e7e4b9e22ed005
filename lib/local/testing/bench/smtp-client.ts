import { connect, type Socket } from 'node:net'

/** A connection that brings one message after another and does nothing else: a mail library would work more than the door. */
export async function smtpClient(port: number) {
  const socket = connect(port, '127.0.0.1')
  const answers = read(socket)
  const ask = async (line: string, expected: number) => {
    socket.write(`${line}\r\n`)
    await told(expected)
  }
  const told = async (expected: number) => {
    const { value: answer } = (await answers.next()) as IteratorResult<string, undefined>
    if (!answer?.startsWith(String(expected))) throw new Error(`the door answers ${answer ?? 'nothing'}`)
  }
  await told(220)
  await ask('EHLO mx.sender.example', 250)
  return {
    /** None of its lines may begin with a dot. */
    async bring(from: string, to: string, raw: Buffer): Promise<void> {
      await ask(`MAIL FROM:<${from}>`, 250)
      await ask(`RCPT TO:<${to}>`, 250)
      await ask('DATA', 354)
      socket.write(raw)
      await ask('.', 250)
    },
    close: () => void socket.destroy(),
  }
}

/** The last line of each answer: a code and a space (RFC 5321 4.2.1). */
async function* read(socket: Socket): AsyncGenerator<string> {
  let text = ''
  for await (const bytes of socket as AsyncIterable<Buffer>) {
    const lines = (text + bytes.toString('latin1')).split('\r\n')
    text = lines.pop()!
    yield* lines.filter((line) => /^\d{3} /.test(line))
  }
}
