import type { Socket } from 'node:net'

const IDLE_MS = 5_000
// A question needs at most a few hundred octets; a longer frame is noise.
const MAX_FRAME = 4_096

/** RFC 1035 4.2.2: every message is preceded by its length in two octets. */
export function serveFrames(socket: Socket, respond: (request: Buffer) => Buffer | null): void {
  let waiting: Buffer = Buffer.alloc(0)
  socket.setTimeout(IDLE_MS, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    while (waiting.length >= 2) {
      const length = waiting.readUInt16BE(0)
      if (length > MAX_FRAME) return void socket.destroy()
      if (waiting.length < 2 + length) return
      const reply = respond(waiting.subarray(2, 2 + length))
      waiting = waiting.subarray(2 + length)
      if (reply) socket.write(frame(reply))
    }
  })
}

function frame(message: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return Buffer.concat([length, message])
}
