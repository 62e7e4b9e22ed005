import type { Endpoint } from './endpoint'
import { decodeReply, type Question, type Reply } from './message'
import type { Failure } from './types'

export type Asked = { reply: Reply } | { failure: Failure }

export interface Packet {
  to: Endpoint
  id: number
  question: Question
  bytes: Buffer
  timeoutMs: number
  /** Everything in flight, so that close() can end it. */
  open: Set<() => void>
}

export interface Conversation {
  /** Bytes that claim to be the reply: settles if they are, otherwise goes on listening (RFC 5452 9.1). */
  heard(bytes: Buffer): void
  failed(failure?: Failure): void
}

/**
 * Runs one question on one socket. Settles exactly once, and however it ends the timer and the socket go.
 * `start` opens the socket and returns how to close it.
 */
export function converse(packet: Packet, start: (conversation: Conversation) => () => void): Promise<Asked> {
  return new Promise((settle) => {
    let silence: Failure = 'timeout'
    let closeSocket: (() => void) | undefined
    let settled = false

    const finish = (asked: Asked) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      packet.open.delete(cancel)
      closeSocket?.()
      settle(asked)
    }
    const cancel = () => finish({ failure: 'network' })
    const timer = setTimeout(() => finish({ failure: silence }), packet.timeoutMs)
    packet.open.add(cancel)

    try {
      closeSocket = start({
        heard(bytes) {
          const reply = decodeReply(bytes, packet.id, packet.question)
          if (reply === 'malformed') silence = 'malformed'
          else if (reply !== 'other') finish({ reply })
        },
        failed: (failure = 'network') => finish({ failure }),
      })
      if (settled) closeSocket()
    } catch {
      finish({ failure: 'network' })
    }
  })
}
