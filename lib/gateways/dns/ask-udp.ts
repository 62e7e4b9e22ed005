import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { type Asked, converse, type Packet } from './transport'

/** Asks over UDP from a fresh port. The socket is connected, so the kernel drops what others send to it. */
export function askUdp(packet: Packet): Promise<Asked> {
  return converse(packet, ({ heard, failed }) => {
    const socket = createSocket(isIPv6(packet.to.address) ? 'udp6' : 'udp4')
    socket.on('message', heard)
    socket.on('error', () => failed())
    socket.on('connect', () => socket.send(packet.bytes, (error) => error && failed()))
    socket.connect(packet.to.port, packet.to.address)
    return () => socket.close()
  })
}
