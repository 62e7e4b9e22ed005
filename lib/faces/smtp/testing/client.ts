import { connect } from 'node:net'

/** A client that says exactly what it is told to. */
export interface Client {
  /** without waiting for an answer */
  write(text: string): void
  /** Answers what was heard, the line endings between its lines included. */
  say(line: string): Promise<string>
  /** what else the door says, once it has closed the connection */
  closed(): Promise<string>
  close(): void
}

/** @param localAddress loopback has many: each is a network of its own */
export async function talkTo(port: number, localAddress = '127.0.0.1'): Promise<Client> {
  const socket = connect({ port, host: '127.0.0.1', localAddress })
  let heard = ''
  let tell = () => {}
  socket.on('data', (bytes) => {
    heard += bytes.toString()
    tell()
  })
  socket.on('error', () => undefined)
  socket.on('close', () => tell())
  const until = async (isEnough: () => boolean) => {
    while (!isEnough() && !socket.destroyed) await new Promise<void>((resolve) => (tell = resolve))
    const said = heard.trim()
    heard = ''
    return said
  }
  const answer = () => until(() => /(^|\r\n)\d{3} [^\r]*\r\n$/.test(heard))
  await answer()
  return {
    write: (text) => void socket.write(text),
    say(line) {
      socket.write(line.endsWith('\n') ? line : `${line}\r\n`)
      return answer()
    },
    closed: () => until(() => false),
    close: () => socket.destroy(),
  }
}

export async function greet(client: Client, from = 'ada@sender.example'): Promise<string> {
  await client.say('EHLO mx.sender.example')
  return client.say(`MAIL FROM:<${from}>`)
}
