import { createHash, randomBytes } from 'node:crypto'
import type { Resolver } from 'node:dns/promises'
import { isWithin, plainName } from '../dns/names'
import type { Objects } from '../s3/objects'
import { domainOf } from '../ses/send/addresses'
import { decodeWords } from '../ses/send/decode-words'
import { headerValue, parseMessage } from '../ses/send/headers'
import { judge } from '../ses/send/judge'
import type { Topic } from '../sns/topic'
import type { StoredMail } from '../store/mail'
import type { Store } from '../store/store'
import type { Arrival, DeliverBy, Verdict } from '../types'
import { receivedNotification, type Content } from './notification'
import { scan } from './scan'
import { SETUP_MESSAGE, setupFacts } from './setup'
import { withTrace } from './trace'

export interface IncomingMail {
  from: string
  to: string[]
  raw: Buffer
  deliver?: DeliverBy
  encoding?: 'BASE64' | 'UTF8'
  sourceIp?: string
  helo?: string
}

/** The servers that MX records of receiving domains name: one rule for all of them, which tells of every message. */
export interface Inbound {
  accept(mail: IncomingMail): Promise<Arrival>
  /** what left through this mail network and is meant for somebody who receives here */
  comeBack(mail: StoredMail, verdict: Verdict): Promise<void>
}

export const BUCKET = 'letterhead-inbound'
// A notification holds at most 256 kB, of which this much may be the message.
const MOST_INLINE = 150 * 1024
const KEPT = 200
// TEST-NET-2 (RFC 5737): a stranger's server, in nobody's SPF record.
const STRANGER = '198.51.100.25'

interface World {
  store: Store
  region: string
  topic: Topic
  objects: Objects
  resolver: Resolver
}

export function createInbound({ store, region, topic, objects, resolver }: World): Inbound {
  const host = `inbound-smtp.${region}.amazonaws.com`

  const isReceived = (address: string) =>
    store.identities
      .all()
      .some(
        ({ name, type, verification }) =>
          type === 'DOMAIN' && verification.status === 'SUCCESS' && isWithin(domainOf(address), name),
      )

  const take = async (id: string, mail: IncomingMail, known?: Verdict): Promise<Arrival> => {
    const accepted = mail.to.filter(isReceived)
    const refused = mail.to.filter((address) => !accepted.includes(address))
    if (accepted.length === 0) return { messageId: null, accepted, refused }
    await setUp()
    const { from, helo = 'mx.outside.example', sourceIp = STRANGER } = mail
    const facts = {
      ...{ id, from, helo, sourceIp, region, host },
      to: accepted,
      at: Date.now(),
      verdict: known ?? (await judge({ raw: mail.raw, envelopeFrom: from, sourceIp, helo }, resolver)),
      scan: scan(mail.raw),
    }
    const raw = withTrace(mail.raw, facts)
    const inline = mail.deliver === 'inline' || (mail.deliver !== 's3' && raw.length <= MOST_INLINE)
    const content = inline ? inlined(raw, mail.encoding ?? 'BASE64') : await stored(id, raw)
    await topic.publish(receivedNotification(raw, facts, content, topic.arn), {
      subject: 'Amazon SES Email Receipt Notification',
    })
    note({ id, at: facts.at, from, to: accepted, subject: subjectOf(raw), size: raw.length, by: content.by })
    return { messageId: id, accepted, refused }
  }

  const inlined = (raw: Buffer, encoding: 'BASE64' | 'UTF8'): Content => ({
    by: 'inline',
    encoding,
    text: raw.toString(encoding === 'UTF8' ? 'utf8' : 'base64'),
  })
  const stored = async (id: string, raw: Buffer): Promise<Content> => {
    await objects.put({ bucket: BUCKET, key: id, contentType: 'application/octet-stream' }, [raw])
    return { by: 's3', bucket: BUCKET, key: id }
  }
  const setUp = async () => {
    if (objects.hasBucket(BUCKET)) return
    objects.createBucket(BUCKET)
    const facts = setupFacts(region, host)
    const content = await stored(facts.id, SETUP_MESSAGE)
    await topic.publish(receivedNotification(SETUP_MESSAGE, facts, content, topic.arn))
  }
  const note = (mail: Parameters<typeof store.arrived.put>[1]) => {
    store.arrived.put(mail.id, mail)
    const all = store.arrived.all().sort((a, b) => b.at - a.at)
    for (const { id } of all.slice(KEPT)) store.arrived.remove(id)
  }

  return {
    accept: (mail) => take(newInboundId(), mail),
    async comeBack({ id, envelopeFrom, to, raw, sourceIp }, verdict) {
      const here = (await Promise.all(to.map((address) => leadsTo(host, address, resolver)))).map(Boolean)
      const recipients = to.filter((_, at) => here[at])
      if (recipients.length === 0) return
      // The same message again, after a death in between, gets the same id.
      const again = createHash('sha256').update(id).digest('hex').slice(0, 40)
      await take(
        again,
        { from: envelopeFrom, to: recipients, raw, sourceIp, helo: 'smtp-out.amazonses.com' },
        verdict,
      )
    },
  }
}

/** Forty characters of a-v and digits, as SES names what it receives. */
const newInboundId = () =>
  BigInt(`0x${randomBytes(25).toString('hex')}`)
    .toString(32)
    .padStart(40, '0')

const subjectOf = (raw: Buffer) =>
  decodeWords(headerValue(parseMessage(raw).headers, 'Subject') ?? '').slice(0, 200)

async function leadsTo(host: string, address: string, resolver: Resolver): Promise<boolean> {
  const found = await resolver.resolveMx(domainOf(address)).catch(() => [])
  const [first] = found.sort((a, b) => a.priority - b.priority)
  return first !== undefined && plainName(first.exchange) === host
}
