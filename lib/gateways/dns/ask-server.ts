import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { askTcp } from './ask-tcp'
import { askUdp } from './ask-udp'
import { type Endpoint, formatEndpoint, mayAsk } from './endpoint'
import { encodeQuery, type Question, RCODE } from './message'
import { createRateLimit } from './rate-limit'
import type { Asked, Packet } from './transport'

/** What one lookup may still spend: packets, and time until `deadline` (milliseconds on the gateway's clock). */
export interface Budget {
  packets: number
  deadline: number
}

export interface AskOptions {
  allowLoopback: boolean
  timeoutMs: number
  perServerPerSecond: number
  now: () => number
}

export type AskServer = (
  to: Endpoint,
  question: Question,
  recursion: boolean,
  budget: Budget,
) => Promise<Asked>

/** Makes the one way a packet leaves: address checked, turn taken, budget charged. Its promises never reject. */
export function createAskServer(
  options: AskOptions,
  open: Set<() => void>,
  isClosed: () => boolean,
): AskServer {
  const { allowLoopback, timeoutMs, perServerPerSecond, now } = options
  const turnAt = createRateLimit(perServerPerSecond, timeoutMs, now)

  return async function askServer(to, question, recursion, budget) {
    if (!mayAsk(to.address, allowLoopback)) return { failure: 'blocked_address' }
    let asked = await send(askUdp, true)
    // Servers older than EDNS answer a format error; they understand the plain question (RFC 6891 7).
    if (isPuzzled(asked)) asked = await send(askUdp, false)
    if ('reply' in asked && asked.reply.truncated) return send(askTcp, true)
    return asked

    async function send(over: (packet: Packet) => Promise<Asked>, edns: boolean): Promise<Asked> {
      if (budget.packets <= 0) return { failure: 'no_servers' }
      const wait = turnAt(formatEndpoint(to))
      if (wait === null) return { failure: 'rate_limited' }
      if (wait > 0) await sleep(wait)
      if (isClosed()) return { failure: 'network' }
      const left = Math.min(timeoutMs, budget.deadline - now())
      if (left <= 0) return { failure: 'timeout' }
      budget.packets -= 1
      const id = randomInt(65536)
      const bytes = encodeQuery(question, id, { recursion, edns })
      return over({ to, id, question, bytes, timeoutMs: left, open })
    }
  }
}

function isPuzzled(asked: Asked): boolean {
  return 'reply' in asked && (asked.reply.rcode === RCODE.FORMERR || asked.reply.rcode === RCODE.NOTIMP)
}
