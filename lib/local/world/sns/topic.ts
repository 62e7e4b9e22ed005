import { randomUUID } from 'node:crypto'
import type { Place } from '../ses/arns'
import type { Subscription } from '../store/entities'
import type { Store } from '../store/store'
import type { PublishKind, SnsSettings, SnsState } from '../types'
import { certificates, pathOf } from './certificate'
import { createCourier } from './courier'
import { confirmation, notification, type Envelope, type Stamp } from './envelope'

/** The one topic of this world: it signs what is published and takes it to the one who subscribed. */
export interface Topic {
  arn: string
  /** asks the endpoint whether it wants notifications, again and again until it said so */
  subscribe(endpoint: string): Promise<void>
  /** what following the link in that question does */
  confirm(token: string): boolean
  publish(message: string, how?: { kind?: PublishKind; subject?: string }): Promise<string>
  /** PEM */
  certificateAt(path: string): string | undefined
  changeSettings(change: Partial<SnsSettings>): void
  state(): SnsState
  close(): Promise<void>
}

const ONLY = 'inbound'
const DEFAULTS: SnsSettings = { signatureVersion: '2', lateMs: 0, twice: false, outOfOrder: false }
// Long enough for the next one to overtake it.
const HELD_BACK_MS = 1_500
// Until it is confirmed, the question is repeated: a web server that starts slowly missed the first.
const ASK_AGAIN_MS = 2_000

/** @param url where this world's certificates and links are reached */
export function createTopic(store: Store, place: Place, url: () => string): Topic {
  const arn = `arn:aws:sns:${place.region}:${place.accountId}:letterhead-inbound`
  const keys = certificates(store)
  const subscription = () => store.subscriptions.get(ONLY)
  const courier = createCourier(store.outbox, () => confirmed(subscription()))
  const settings = (): SnsSettings => ({ ...DEFAULTS, ...store.snsSettings.get(ONLY) })
  const gone = new AbortController()
  let published = 0
  let asking = Promise.resolve()

  const stamp = async (): Promise<Stamp> => {
    const key = await keys.current()
    return { key, version: settings().signatureVersion, certificateUrl: url() + pathOf(key) }
  }
  const ask = async (token: string) => {
    while (!gone.signal.aborted) {
      const now = subscription()
      if (!now || now.token !== token || now.confirmedAt !== null) return
      const link = `${url()}/?Action=ConfirmSubscription&TopicArn=${encodeURIComponent(arn)}&Token=${token}`
      const envelope = confirmation({ topicArn: arn, token, subscribeUrl: link }, await stamp())
      await courier.sendOnce(now.endpoint, envelope)
      await pause(ASK_AGAIN_MS, gone.signal)
    }
  }
  const pending = subscription()
  const startAsking = (token: string) => (asking = ask(token).catch(() => undefined))
  if (pending && pending.confirmedAt === null) void startAsking(pending.token)

  return {
    arn,
    async subscribe(endpoint) {
      if (subscription()?.endpoint === endpoint) return
      const token = randomUUID().replaceAll('-', '')
      store.subscriptions.put(ONLY, { arn: `${arn}:${randomUUID()}`, endpoint, token, confirmedAt: null })
      void startAsking(token)
    },
    confirm(token) {
      const now = subscription()
      if (now?.token !== token) return false
      store.subscriptions.put(ONLY, { ...now, confirmedAt: now.confirmedAt ?? Date.now() })
      courier.hurry()
      return true
    },
    async publish(message, { kind = 'genuine', subject } = {}) {
      const topicArn = kind === 'foreign_topic' ? arn.replace(place.accountId, '999988887777') : arn
      const unsubscribeUrl = `${url()}/?Action=Unsubscribe&SubscriptionArn=${subscription()?.arn ?? ''}`
      const made = notification({ topicArn, message, subject, unsubscribeUrl }, await stamp())
      const envelope = kind === 'wrong_signature' ? spoiled(made) : made
      const { lateMs, twice, outOfOrder } = settings()
      published++
      const delay = lateMs + (outOfOrder && published % 2 === 1 ? HELD_BACK_MS : 0)
      courier.send(envelope, delay)
      if (twice) courier.send(envelope, delay)
      return envelope.MessageId ?? ''
    },
    certificateAt: (path) => keys.at(path)?.certificate,
    changeSettings: (change) => store.snsSettings.put(ONLY, { ...store.snsSettings.get(ONLY), ...change }),
    state() {
      const now = subscription()
      return {
        topicArn: arn,
        subscription: now ? { endpoint: now.endpoint, confirmedAt: now.confirmedAt } : null,
        settings: settings(),
        waiting: store.outbox.count(),
        attempts: courier.attempts(),
      }
    },
    async close() {
      gone.abort()
      await Promise.all([courier.stop(), asking])
    },
  }
}

const confirmed = (one: Subscription | undefined) => (one && one.confirmedAt !== null ? one.endpoint : null)

/** As if somebody without the key had changed a word. */
const spoiled = (envelope: Envelope): Envelope => ({ ...envelope, Message: `${envelope.Message} ` })

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(end, ms)
    function end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    signal.addEventListener('abort', end)
  })
