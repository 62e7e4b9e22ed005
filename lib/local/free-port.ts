import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'

/** The first free loopback port from `preferred` upwards; after 50 taken ones, whichever the system offers. */
export async function freePort(preferred = 0, isUsable = isFree): Promise<number> {
  if (preferred > 0)
    for (let port = preferred; port < preferred + 50 && port < 65_536; port++)
      if (await isUsable(port)) return port
  return probe(0)
}

/** Free on 127.0.0.1, and not served on any other address of this machine (a wildcard listener would shadow it). */
export async function isFree(port: number): Promise<boolean> {
  return probe(port).then(
    () => true,
    () => false,
  )
}

/** DNS is served over UDP and TCP at one port. */
export async function isFreeForDns(port: number): Promise<boolean> {
  return (await isFree(port)) && (await isFreeForUdp(port))
}

function isFreeForUdp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => resolve(false))
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => socket.close(() => resolve(true)))
  })
}

async function probe(port: number): Promise<number> {
  const found = await listen(port, '127.0.0.1')
  // Linux lets 127.0.0.1:3000 and [::]:3000 live side by side; people's browsers then meet the wrong one.
  if (port > 0) await listen(port, '::').catch(ignoreNoIpv6)
  return found
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function ignoreNoIpv6(error: NodeJS.ErrnoException) {
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return
  throw error
}
