import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBody } from '@/lib/local/world/http'
import { ADDRESS_HEADER } from '../../address'
import { sesHook } from '../ses'

export interface HookServer {
  url: string
  /** what was answered, in its order */
  answers: number[]
  /** the bodies that came */
  bodies: string[]
  /** the next so many requests meet a server in trouble */
  failNext(count: number): void
  close(): Promise<void>
}

/** The hook behind a server, as the web process has it. */
export async function startHookServer(port = 0): Promise<HookServer> {
  const answers: number[] = []
  const bodies: string[] = []
  let failing = 0
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const bytes = await readBody(request, 8_000_000)
    bodies.push(bytes.toString())
    const headers = new Headers(request.headers as Record<string, string>)
    headers.set(ADDRESS_HEADER, '127.0.0.1')
    const answer =
      failing-- > 0
        ? new Response(null, { status: 503 })
        : await sesHook(
            new Request('http://hook.test/api/hooks/ses', {
              method: 'POST',
              headers,
              body: new Uint8Array(bytes),
            }),
          )
    answers.push(answer.status)
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end()
  }
  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/hooks/ses`,
    answers,
    bodies,
    failNext: (count) => (failing = count),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
