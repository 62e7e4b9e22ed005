import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storage } from '@/lib/gateways/storage'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { freePort } from '@/lib/local/free-port'
import { PLATFORM_DOMAIN, startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { until } from '@/lib/local/world/test/helpers'
import { rawMail } from '@/lib/messages/testing/mail'
import { startProcess } from '../testing/process'
import { startDoor } from './testing/door-process'
import { startMortal, type Mortal } from './testing/mortal'

// Half of them by SMTP, half through the mail network.
const MESSAGES = 2_000
// The worker's by what it has done itself, as it is behind the others.
const BETWEEN_DEATHS = { door: 330, web: 330, worker: 250 }
const LANES = 6
let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const rowsOf = <R extends object>(text: string) => product.database.ask<R>(text)

it('whatever got a yes is there, once and whole, however often door, web and worker are killed', async () => {
  const base = 24_000 + Math.floor(Math.random() * 5_000)
  const SMTP_PORT = String(await freePort(base))
  const HOOK_PORT = String(await freePort(Number(SMTP_PORT) + 1))
  const env = { ...process.env, SMTP_PORT, SMTP_RATE_PER_ADDRESS: '1000000' }
  const addresses: string[] = []
  const others = await Promise.all(['kestrel', 'plover', 'merlin', 'heron'].map(product.newCustomer))
  for (const who of [product.a, product.b, ...others])
    for (let i = 0; i < 2; i++)
      addresses.push((await openInbox(who.owner, { localPart: `kill-${i}` })).address)

  const start = {
    door: () => startDoor(env),
    web: () => startProcess('lib/faces/hooks/testing/hook-process.ts', 'hook ready', env, HOOK_PORT),
    worker: () => startProcess('lib/faces/worker/main.ts', 'worker ready', env),
  }
  const names = ['door', 'web', 'worker'] as const
  const mortals = await Promise.all(names.map((name) => startMortal(start[name], BETWEEN_DEATHS[name])))
  const [door, web, worker] = mortals as [Mortal, Mortal, Mortal]
  await receiveThrough(`http://127.0.0.1:${HOOK_PORT}/api/hooks/ses`)

  /** by subject, of those that were answered with yes: to whom, how many bytes, their hash */
  const yes = new Map<string, { to: string[]; size: number; hash: string }>()
  const asked = new Set<string>()
  type Bring = (to: string[], raw: Buffer) => Promise<unknown>
  const bringAll = async (count: number, bringer: () => Bring) => {
    let left = count
    const lane = async () => {
      const bring = bringer()
      while (left > 0) {
        left--
        // Each attempt is a message of its own: one whose answer was lost may be there.
        const token = randomUUID()
        const raw = someMail(token)
        const one = addresses[Math.floor(Math.random() * addresses.length)]!
        // Most mail is for one; some for several, of one tenant or of many.
        const to =
          Math.random() < 0.9 ? [one] : addresses.filter((address) => address === one || Math.random() < 0.2)
        asked.add(token)
        try {
          await bring(to, raw)
        } catch {
          left++
          // One that does not come to life again ends the test.
          await Promise.all([sleep(50), door.revived()])
          continue
        }
        yes.set(token, { to, size: raw.length, hash: sha256(raw) })
        for (const mortal of [door, web]) mortal.dieSometimes(yes.size)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }
  let isSent = false
  const sendAll = async () => {
    await Promise.all([
      bringAll(MESSAGES / 2, () => bySmtp(Number(SMTP_PORT))),
      bringAll(MESSAGES / 2, () => throughNetwork),
    ])
    isSent = true
  }
  const untilProcessed = async () => {
    for (;;) {
      const wasSent = isSent
      const { waiting } = await product.world.panel.sns()
      const [row] = await rowsOf<{ done: number; open: number }>(
        `select count("processedAt")::int as done, count(*)::int - count("processedAt")::int as open from "InboundNotification"`,
      )
      if (wasSent && waiting === 0 && row!.open === 0) return
      worker.dieSometimes(row!.done)
      await sleep(300)
    }
  }
  await Promise.all([sendAll(), untilProcessed()])
  await Promise.all(mortals.map((mortal) => mortal.revived()))
  expect(await Promise.all(mortals.map((mortal) => mortal.end()))).toEqual([0, 0, 0])

  interface Row {
    subject: string
    messages: number
    keys: string[]
    hashes: string[]
  }
  const rows = await rowsOf<Row>(
    `select m.subject, count(*)::int as messages, array_agg(distinct r.key) as keys, array_agg(distinct r.sha256) as hashes
       from "Message" m join "RawMessage" r on r.id = m."rawId" group by 1`,
  )
  const there = new Map(rows.map((row) => [row.subject, row]))
  expect(yes.size).toBe(MESSAGES)
  const deaths = mortals.map((mortal) => mortal.deaths())
  for (const count of deaths) expect(count).toBeGreaterThan(1)
  for (const [token, { to, size, hash }] of yes) {
    const row = there.get(token)
    expect(row, `${token} got a yes and is lost`).toBeDefined()
    expect(row!.messages).toBe(to.length)
    // Kept once a tenant.
    expect(row!.keys).toHaveLength(new Set(to.map((address) => address.split('@')[1])).size)
    for (const key of row!.keys) {
      const kept = await buffer(await storage().open(key))
      expect(sha256(kept.subarray(-size))).toBe(hash)
    }
  }
  // Those whose answer was lost as well: no row without its object, and nothing that nobody sent.
  for (const { subject, keys, hashes } of rows) {
    expect(asked.has(subject)).toBe(true)
    for (const key of keys) expect(hashes).toContain(sha256(await buffer(await storage().open(key))))
  }
  console.log(
    `deaths of ${names.map((name, i) => `${name}: ${deaths[i]}`).join(', ')};`,
    `${rows.length - yes.size} of ${asked.size - yes.size} unanswered are there`,
  )
}, 1_800_000)

/** The mail network takes what is for our zone, and tells this hook of it. */
async function receiveThrough(hook: string): Promise<void> {
  const { world } = product
  await world.send('CreateEmailIdentity', { EmailIdentity: PLATFORM_DOMAIN })
  await world.panel.forceStatus(PLATFORM_DOMAIN, { verificationStatus: 'SUCCESS' })
  await world.panel.subscribe(hook)
  await until(() => world.panel.sns(), (sns) => Boolean(sns.subscription?.confirmedAt)) // prettier-ignore
}

function someMail(subject: string): Buffer {
  const size = Math.random() < 0.02 ? 400_000 : 500 + Math.floor(Math.random() * 5_000)
  const text = randomBytes(size).toString('hex')
  return rawMail({ Subject: subject }, text.replace(/(.{76})/g, '$1\r\n'))
}

function bySmtp(port: number) {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port, ignoreTLS: true },
    ...{ pool: true, maxConnections: 1 },
  })
  return (to: string[], raw: Buffer) =>
    transport.sendMail({ envelope: { from: 'ada@sender.example', to }, raw })
}

const throughNetwork = (to: string[], raw: Buffer) =>
  product.world.panel.receive({ from: 'ada@sender.example', to, raw: raw.toString('base64') })
