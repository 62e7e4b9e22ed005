import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server, type Socket as Connection } from 'node:net'
import { respond } from './packet'
import { serveFrames } from './tcp-frames'
import type { Atlas } from './atlas'

export interface DnsServer {
  port: number
  close(): Promise<void>
}

// With port 0 the kernel picks for UDP; the same number may be taken for TCP, so try a few.
const ATTEMPTS = 20

export async function startDns(host: string, port: number, atlas: Atlas): Promise<DnsServer> {
  for (let attempt = 1; ; attempt++) {
    const udp = await bindUdp(host, port, atlas)
    const taken = udp.address().port
    try {
      const tcp = await listenTcp(host, taken, atlas)
      return { port: taken, close: () => closeBoth(udp, tcp) }
    } catch (error) {
      udp.close()
      if (port !== 0 || attempt === ATTEMPTS) throw error
    }
  }
}

function bindUdp(host: string, port: number, atlas: Atlas): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.on('message', (request, peer) => {
      const reply = respond(request, 'udp', atlas)
      // A peer that has gone is its own business.
      if (reply) socket.send(reply, peer.port, peer.address, () => undefined)
    })
    socket.bind(port, host, () => {
      socket.off('error', reject)
      socket.on('error', () => undefined)
      resolve(socket)
    })
  })
}

interface Tcp {
  server: Server
  open: Set<Connection>
}

function listenTcp(host: string, port: number, atlas: Atlas): Promise<Tcp> {
  return new Promise((resolve, reject) => {
    const open = new Set<Connection>()
    const server = createServer((socket) => {
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      serveFrames(socket, (request) => respond(request, 'tcp', atlas))
    })
    server.maxConnections = 64
    server.once('error', reject)
    server.listen(port, host, () => resolve({ server, open }))
  })
}

async function closeBoth(udp: Socket, tcp: Tcp): Promise<void> {
  for (const socket of tcp.open) socket.destroy()
  await Promise.all([
    new Promise<void>((done) => udp.close(() => done())),
    new Promise<void>((done) => tcp.server.close(() => done())),
  ])
}
