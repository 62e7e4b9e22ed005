import { createSocket } from 'node:dgram'
import { createServer, type Socket } from 'node:net'
import {
  type Answer,
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  type Question,
  TRUNCATED_RESPONSE,
} from 'dns-packet'

export interface Asked {
  question: Question
  id: number
  recursion: boolean
  edns: boolean
  transport: 'udp' | 'tcp'
}

/** What a server says. Authoritative, code 0 and the question repeated unless said otherwise. */
export interface Says {
  aa?: boolean
  ra?: boolean
  tc?: boolean
  rcode?: number
  id?: number
  questions?: Question[]
  answers?: Answer[]
  authorities?: Answer[]
  additionals?: Answer[]
}

/** Nothing is silence; a list is several packets. */
export type Script = (asked: Asked) => Says | Buffer | (Says | Buffer)[] | null

export interface TestServer {
  address: string
  port: number
  /** `address:port` */
  at: string
  asked: Asked[]
  close(): Promise<void>
}

/** Starts one scripted server for each address, all on one free port, UDP and TCP. */
export async function startServers<A extends string>(
  scripts: Record<A, Script>,
): Promise<Record<A, TestServer>> {
  for (let attempt = 0; ; attempt++) {
    const started: TestServer[] = []
    try {
      for (const [address, script] of Object.entries<Script>(scripts))
        started.push(await startServer(script, address, started[0]?.port ?? 0))
      return Object.fromEntries(started.map((server) => [server.address, server])) as Record<A, TestServer>
    } catch (error) {
      // The port was free on the first address only.
      await Promise.all(started.map((server) => server.close()))
      if (attempt >= 10) throw error
    }
  }
}

async function startServer(script: Script, address: string, wantedPort: number): Promise<TestServer> {
  const asked: Asked[] = []
  const udp = createSocket('udp4')
  const connections = new Set<Socket>()
  const tcp = createServer((socket) => {
    connections.add(socket.on('close', () => connections.delete(socket)).on('error', () => undefined))
    socket.on('data', (bytes) => {
      for (const reply of replies(Buffer.from(bytes).subarray(2), 'tcp')) {
        const length = Buffer.alloc(2)
        length.writeUInt16BE(reply.length)
        // In two pieces, as a network may deliver it.
        socket.write(Buffer.concat([length, reply.subarray(0, 5)]))
        setImmediate(() => socket.write(reply.subarray(5)))
      }
    })
  })
  udp.on('message', (bytes, from) => {
    for (const reply of replies(bytes, 'udp')) udp.send(reply, from.port, from.address)
  })

  function replies(bytes: Buffer, transport: 'udp' | 'tcp'): Buffer[] {
    const query = decode(bytes)
    const [question] = query.questions ?? []
    if (!question) return []
    const edns = (query.additionals ?? []).some(({ type }) => type === 'OPT')
    const heard = { question, id: query.id ?? 0, recursion: query.flag_rd, edns, transport }
    asked.push(heard)
    return [script(heard) ?? []]
      .flat()
      .map((says) => (Buffer.isBuffer(says) ? says : encodeSays(says, heard)))
  }

  await new Promise<void>((ready, fail) => udp.once('error', fail).bind(wantedPort, address, ready))
  const { port } = udp.address()
  try {
    await new Promise<void>((ready, fail) => tcp.once('error', fail).listen(port, address, ready))
  } catch (error) {
    udp.close()
    throw error
  }

  async function close() {
    for (const socket of connections) socket.destroy()
    await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(done))])
  }
  return { address, port, at: `${address}:${port}`, asked, close }
}

export function encodeSays(says: Says, { id, question }: Pick<Asked, 'id' | 'question'>): Buffer {
  const { aa = true, ra = false, tc = false, rcode = 0 } = says
  return encode({
    type: 'response',
    id: says.id ?? id,
    flags: (aa ? AUTHORITATIVE_ANSWER : 0) | (tc ? TRUNCATED_RESPONSE : 0) | (ra ? 1 << 7 : 0) | rcode,
    questions: says.questions ?? [question],
    answers: says.answers ?? [],
    authorities: says.authorities ?? [],
    additionals: says.additionals ?? [],
  })
}
