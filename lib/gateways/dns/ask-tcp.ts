import { connect } from 'node:net'
import { type Asked, converse, type Packet } from './transport'

/** Asks over TCP, where a message has its length in front (RFC 1035 4.2.2). */
export function askTcp(packet: Packet): Promise<Asked> {
  return converse(packet, ({ heard, failed }) => {
    const socket = connect(packet.to.port, packet.to.address)
    let received = Buffer.alloc(0)
    socket.on('connect', () => socket.write(withLength(packet.bytes)))
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, Buffer.from(bytes)])
      const end = received.length < 2 ? Infinity : 2 + received.readUInt16BE(0)
      if (received.length < end) return
      heard(received.subarray(2, end))
      // One question, one message: whatever else this server has to say is not for us.
      failed('malformed')
    })
    socket.on('error', () => failed())
    socket.on('close', () => failed())
    return () => socket.destroy()
  })
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}
