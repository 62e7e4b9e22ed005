import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { expect, test, type Browser } from '@playwright/test'
import { Database } from '../pages/database'
import { Inbox } from '../pages/inbox'
import { installationIn, type Installation } from '../pages/installation'
import { browserOf } from '../pages/people'
import { ProductProcess, sendSignal } from '../pages/product-process'
import { report } from '../pages/report'
import { compose } from '../pages/sender'

// By SMTP and through the mail network.
const MESSAGES = 2_000
// Messages between two deaths of one part, about.
const BETWEEN_DEATHS = 550
// The supervisor gives a part up that dies five times in a minute.
const MOST_DEATHS = 4
const PARTS = ['web', 'worker', 'smtp'] as const
const LANES = 4
const SENDER = 'ada@sender.example'

test('web, worker and door die at random moments while mail comes in: whatever got a yes is there, once and whole', async ({
  browser,
}) => {
  test.setTimeout(900_000)
  const product = new ProductProcess({ SMTP_RATE_PER_ADDRESS: '1000000' })
  try {
    await product.startWhole()
    const here = installationIn(product.stateDir)
    const address = await openedInbox(browser, here)
    const world = await product.world()
    const fates = PARTS.map((part) => new Fate(product, part))
    const bringing = new Bringing(address, (done) => fates.forEach((fate) => fate.dieSometimes(done)))
    const throughNetwork = (raw: Buffer) => world.bring({ from: SENDER, to: address, raw })
    await bringing.bringAll([bySmtp(here, address), throughNetwork])

    const database = new Database(here)
    const unprocessed = async () => {
      const [row] = await database.rows<{ open: number }>(
        `select count(*)::int as open from "InboundNotification" where "processedAt" is null`,
      )
      return row?.open
    }
    await expect.poll(() => world.waiting(), { timeout: 120_000 }).toBe(0)
    await expect.poll(unprocessed, { timeout: 120_000 }).toBe(0)
    const rows = await database.rows<{ subject: string; messages: number; key: string }>(
      `select m.subject, count(*)::int as messages, min(r.key) as key
         from "Message" m join "RawMessage" r on r.id = m."rawId" where m.recipient = $1 group by 1`,
      [address],
    )
    const there = new Map(rows.map((row) => [row.subject, row]))
    const { yes, asked } = bringing
    expect(yes.size).toBe(MESSAGES)
    for (const [subject, { size, hash }] of yes) {
      const row = there.get(subject)
      expect(row, `${subject} got a yes and is lost`).toMatchObject({ messages: 1 })
      // What the doors saw stands above the message; nothing of it is changed.
      expect(sha256(readFileSync(product.file(join('mail', row!.key))).subarray(-size))).toBe(hash)
    }
    for (const { subject } of rows) expect(asked, 'nothing is there that nobody sent').toContain(subject)
    for (const { part, deaths } of fates) expect(deaths, part).toBeGreaterThan(1)
    const told = fates.map(({ part, deaths }) => `${part}: ${deaths}`).join(', ')
    const unanswered = `${rows.length - yes.size} of ${asked.size - yes.size} unanswered are there`
    report('kill -9, mail', `${MESSAGES} messages, deaths of ${told}; ${unanswered}`)
  } finally {
    await product.discard()
  }
})

async function openedInbox(browser: Browser, here: Installation): Promise<string> {
  const context = await browserOf(browser, here, 'customer')
  const inbox = await Inbox.open(await context.newPage(), 'mnexa', { localPart: 'mortal' })
  const address = await inbox.address()
  await context.close()
  return address
}

/** When a part of the product dies; its supervisor starts it again. */
class Fate {
  deaths = 0
  private next = BETWEEN_DEATHS * Math.random()

  constructor(
    private readonly product: ProductProcess,
    readonly part: (typeof PARTS)[number],
  ) {}

  /** By how much is done: by time a busy machine would make it easier. */
  dieSometimes(done: number) {
    if (done < this.next || this.deaths === MOST_DEATHS) return
    // One that is dead already dies once it is back.
    const [alive] = this.product.pids(this.part)
    if (alive === undefined) return
    sendSignal(alive, 'SIGKILL')
    this.deaths++
    this.next = done + BETWEEN_DEATHS * (0.5 + Math.random())
  }
}

type Way = (raw: Buffer) => Promise<unknown>

/** Brings mail in, each until it hears yes. */
class Bringing {
  /** by subject, what was answered with yes: its bytes, and their hash */
  readonly yes = new Map<string, { size: number; hash: string }>()
  readonly asked = new Set<string>()
  private left = MESSAGES

  constructor(
    private readonly to: string,
    private readonly tell: (done: number) => void,
  ) {}

  async bringAll(ways: Way[]) {
    await Promise.all(Array.from({ length: LANES }, (_, i) => this.lane(ways[i % ways.length]!)))
  }

  /** Each attempt is a message of its own: one whose answer was lost may be there. */
  private async lane(way: Way) {
    while (this.left > 0) {
      this.left--
      const subject = randomUUID()
      const raw = await someMail(this.to, subject)
      this.asked.add(subject)
      try {
        await way(raw)
      } catch {
        this.left++
        await sleep(100)
        continue
      }
      this.yes.set(subject, { size: raw.length, hash: sha256(raw) })
      this.tell(this.yes.size)
    }
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function someMail(to: string, subject: string): Promise<Buffer> {
  const size = Math.random() < 0.02 ? 400_000 : 500 + Math.floor(Math.random() * 5_000)
  const text = randomBytes(size).toString('hex')
  return (await compose({ from: SENDER, to, subject, text })).raw
}

function bySmtp({ smtpPort }: Installation, to: string) {
  const transport = createTransport({
    ...{ host: '127.0.0.1', port: smtpPort, ignoreTLS: true },
    ...{ pool: true, maxConnections: 1 },
  })
  return (raw: Buffer) => transport.sendMail({ envelope: { from: SENDER, to }, raw })
}
