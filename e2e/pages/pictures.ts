import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of pictures in the outside world, which counts who asks. */
export async function pictures() {
  let asked = 0
  const server = createServer((_, answer) => {
    asked++
    answer.writeHead(200, { 'content-type': 'image/svg+xml' })
    answer.end('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="20"/></svg>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/logo.svg`
  return { url, asked: () => asked, close: () => server.close() }
}
