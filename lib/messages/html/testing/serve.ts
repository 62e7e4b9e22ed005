import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { frameDocument, frameHeaders } from '../frame-document'
import { sanitise } from '../sanitise'
import { hostileBodies } from './hostile'

/**
 * Serves hostile bodies the way the product shows them, in frames with the product's own headers: made safe first, or not
 * at all, which leaves the frame to hold alone. A second server stands for everywhere else, and counts who connects.
 */
const touched: string[] = []
const elsewhere = createServer((request, response) => {
  touched.push(`${request.method} ${request.url}`)
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
})
// Also a connection that asks for nothing has told somebody that the message was opened. It is not kept for the next one.
elsewhere.on('connection', (socket) => {
  touched.push('connection')
  socket.setTimeout(50, () => socket.destroy())
})

const portOf = async (server: Server): Promise<number> => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}
const host = `127.0.0.1:${await portOf(elsewhere)}`
const bodies = hostileBodies({ origin: `http://${host}`, host })

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://local')
  const number = (name: string) => Number(url.searchParams.get(name))
  const mode = url.searchParams.get('mode') ?? 'on'
  if (url.pathname === '/frame') return frame(response, number('n'), mode)
  if (url.pathname === '/page')
    return page(response, number('from'), number('to'), mode, url.searchParams.has('bare'))
  if (url.pathname === '/touched') return json(response, touched.splice(0))
  if (url.pathname === '/bodies')
    return json(
      response,
      bodies.map(({ name }) => name),
    )
  return response.writeHead(404).end()
})

function frame(response: ServerResponse, n: number, mode: string) {
  const raw = bodies[n]?.html ?? ''
  const html = mode === 'off' ? raw : sanitise(raw, { remote: false, inline: new Map() }).html
  response.writeHead(200, frameHeaders({ remote: false })).end(frameDocument(html))
}

/** Several at a time. `bare`: without the frame's own attribute, so that the document's headers hold alone. */
function page(response: ServerResponse, from: number, to: number, mode: string, isBare: boolean) {
  const sandbox = isBare ? '' : 'sandbox="allow-popups allow-popups-to-escape-sandbox"'
  const frames = bodies
    .slice(from, to)
    .map(
      (_, at) => `<iframe ${sandbox} width=300 height=200 src="/frame?n=${from + at}&mode=${mode}"></iframe>`,
    )
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(
      `<!doctype html><title>hostile</title><link rel=icon href="data:,"><script>heard=[];addEventListener('message',e=>heard.push(e.data))</script>${frames.join('')}`,
    )
}

const json = (response: ServerResponse, value: unknown) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))

process.stdout.write(
  `${JSON.stringify({ url: `http://127.0.0.1:${await portOf(server)}`, elsewhere: host })}\n`,
)
