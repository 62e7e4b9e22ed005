import type { Outbox } from '../store/outbox'
import type { SnsAttempt } from '../types'
import type { Envelope } from './envelope'

export interface Courier {
  /** hands an envelope over, now or later, until it is taken */
  send(envelope: Envelope, delayMs?: number): void
  /** one attempt, whatever comes of it */
  sendOnce(endpoint: string, envelope: Envelope): Promise<void>
  /** somebody listens now: what waits is not left to its pause */
  hurry(): void
  attempts(): SnsAttempt[]
  stop(): Promise<void>
}

// An HTTP policy may go on for an hour; the pauses are short because somebody waits before the screen.
const GIVE_UP_MS = 60 * 60_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
const ANSWER_MS = 15_000
const KEPT = 100

/**
 * Delivers what is in the outbox: at least once, in no order, again after a server's failure, never again after a
 * client's (4xx but 429), as HTTP subscriptions are served. What waits survives the end of the process.
 */
export function createCourier(outbox: Outbox, endpointNow: () => string | null): Courier {
  const timers = new Map<string, NodeJS.Timeout>()
  const working = new Set<Promise<void>>()
  const gone = new AbortController()
  let attempts: SnsAttempt[] = []

  const note = (messageId: string, result: number | string) => {
    attempts = [{ messageId, at: Date.now(), result }, ...attempts].slice(0, KEPT)
  }
  const schedule = (id: string, due: number) => {
    if (gone.signal.aborted) return
    timers.set(
      id,
      setTimeout(() => run(id), Math.max(0, due - Date.now())),
    )
  }
  const run = (id: string) => {
    timers.delete(id)
    const work = attempt(id)
      .catch(() => undefined)
      .finally(() => working.delete(work))
    working.add(work)
  }
  const attempt = async (id: string) => {
    const waiting = outbox.find(id)
    if (!waiting) return
    const endpoint = endpointNow()
    const result = endpoint ? await post(endpoint, waiting.envelope, gone.signal) : 'nobody listens yet'
    if (gone.signal.aborted) return
    note((JSON.parse(waiting.envelope) as Envelope).MessageId ?? '', result)
    const isFinal = typeof result === 'number' && result !== 429 && result < 500
    if (isFinal || Date.now() - waiting.since > GIVE_UP_MS) return outbox.remove(id)
    const due = Date.now() + Math.min(FIRST_PAUSE_MS * 2 ** waiting.attempts, LONGEST_PAUSE_MS)
    outbox.postpone(id, due)
    schedule(id, due)
  }
  for (const { id, due } of outbox.all()) schedule(id, due)

  return {
    send(envelope, delayMs = 0) {
      const now = Date.now()
      const id = `${envelope.MessageId} ${now} ${Math.random()}`
      outbox.add({ id, due: now + delayMs, since: now, attempts: 0, envelope: JSON.stringify(envelope) })
      schedule(id, now + delayMs)
    },
    async sendOnce(endpoint, envelope) {
      const result = await post(endpoint, JSON.stringify(envelope), gone.signal)
      note(envelope.MessageId ?? '', result)
    },
    hurry() {
      for (const [id, timer] of timers) {
        clearTimeout(timer)
        run(id)
      }
    },
    attempts: () => attempts,
    async stop() {
      for (const timer of timers.values()) clearTimeout(timer)
      gone.abort()
      await Promise.allSettled(working)
    },
  }
}

async function post(endpoint: string, body: string, gone: AbortSignal): Promise<number | string> {
  const { Type = '', MessageId = '', TopicArn = '' } = JSON.parse(body) as Envelope
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([gone, AbortSignal.timeout(ANSWER_MS)]),
      headers: {
        'content-type': 'text/plain; charset=UTF-8',
        'user-agent': 'Amazon Simple Notification Service Agent',
        'x-amz-sns-message-type': Type,
        'x-amz-sns-message-id': MessageId,
        'x-amz-sns-topic-arn': TopicArn,
        ...(Type === 'Notification' && { 'x-amz-sns-subscription-arn': `${TopicArn}:local` }),
      },
      body,
    })
    await response.body?.cancel()
    return response.status
  } catch (error) {
    return error instanceof Error ? error.name : 'failed'
  }
}
