import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { connect, type AddressInfo } from 'node:net'

interface Network {
  /** the proxy to browse through */
  server: string
  close: () => void
}

/**
 * A network address of one's own, so that limits per address hold one person's tries and not a whole run's. Only Linux
 * answers to all of 127.0.0.0/8 unasked; elsewhere everybody shares one address.
 */
export async function ownNetwork(): Promise<Network> {
  const localAddress =
    process.platform === 'linux'
      ? `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`
      : undefined
  const proxy = createServer((asked, answer) => {
    const { method, headers, url = '' } = asked
    if (!URL.canParse(url)) return void answer.writeHead(400).end()
    const { port, pathname, search } = new URL(url)
    const path = pathname + search
    // A connection each: one that was kept may be closed by the server while it is taken up again.
    const way = { host: '127.0.0.1', port, localAddress, agent: false as const }
    const onward = request({ ...way, path, method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    // An event stream ends when its reader leaves.
    answer.on('close', () => onward.destroy())
    asked.pipe(onward)
  })
  // Browsers forward plain HTTP; Playwright's own requests ask for a tunnel.
  proxy.on('connect', ({ url = '' }, near) => {
    const far = connect({ host: '127.0.0.1', port: Number(url.split(':').at(-1)), localAddress }, () => {
      near.write('HTTP/1.1 200 Connected\r\n\r\n')
      near.pipe(far).pipe(near)
    })
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('error', () => another.destroy()).on('close', () => another.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const close = () => {
    proxy.close()
    proxy.closeAllConnections()
  }
  return { server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, close }
}
