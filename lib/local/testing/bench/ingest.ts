import { cpus, loadavg } from 'node:os'
import { startDoor } from '@/lib/faces/smtp/testing/door-process'
import { freePort } from '../../free-port'
import { bareInserts, rowsOf } from './bare-inserts'
import { cpuOf } from './cpu'
import { measure, table, type Measured } from './measure'
import { ownInbox, ownWorld } from './own-world'
import { realMail } from './real-mail'
import { recorded } from './recorded-sql'
import { smtpClient } from './smtp-client'

/**
 * `npm run bench:ingest`: messages of 20 kB a second through the SMTP door, a process of its own, beside the very rows they
 * leave, inserted by themselves: one transaction a message, in the same tables with their indexes, triggers and row-level
 * security, durable as the others. In between, what the door does without its own protocol. One run, one machine; what brings
 * the mail takes its share of it. Whose processor time a message takes is printed below: it says more than the clock does
 * where others are at work.
 */
const LANES = 16
const MS = Number(process.env.BENCH_MS ?? 10_000)
type Inbox = Awaited<ReturnType<typeof ownInbox>>

const product = await ownWorld()
try {
  await bench()
} finally {
  await product.stop()
}

async function bench() {
  const inboxes: Inbox[] = []
  for (let n = 0; n < LANES; n++) inboxes.push(await ownInbox(`bench-${n}`))
  const port = await freePort(24_800)
  const door = await startDoor({
    ...process.env,
    SMTP_PORT: String(port),
    SMTP_RATE_PER_ADDRESS: '100000000',
  })
  try {
    const costs: string[] = []
    const spent = () => {
      const { user, system } = process.cpuUsage()
      return [
        (user + system) / 1000,
        ...[door.child.pid!, product.pid].map((pid) => cpuOf(pid) ?? Number.NaN),
      ]
    }
    const measuring: Measuring = async (what, act) => {
      const before = spent()
      const measured = await measure(what, LANES, MS, act)
      const each = spent().map((ms, i) => (ms - before[i]!) / measured.all)
      costs.push([what.padEnd(50), ...each.map((ms) => ms.toFixed(1).padStart(9))].join(' '))
      return measured
    }
    const measured = []
    for (const [whose, of] of [
      ['each of another tenant', inboxes],
      ['all of one tenant', inboxes.slice(0, 1)],
    ] as const)
      measured.push({ whose, rows: await sideBySide(whose, of, port, measuring) })
    console.log(
      `\n${LANES} connections, ${MS / 1000} s each, ${cpus().length} cores, load ${loadavg()[0]!.toFixed(1)}, ${process.version}\n${table(measured.flatMap(({ rows }) => rows))}`,
    )
    console.log(
      `\n${'ms of processor time a message'.padEnd(50)} this one  the door  database\n${costs.join('\n')}\n`,
    )
    for (const { whose, rows } of measured) {
      const [bare, , , through] = rows as [Measured, Measured, Measured, Measured]
      console.log(`the door / the rows alone, ${whose}: ${(through.perSecond / bare.perSecond).toFixed(2)}`)
    }
  } finally {
    await door.end()
  }
}

type Measuring = (what: string, act: (lane: number) => Promise<void>) => Promise<Measured>

async function sideBySide(
  whose: string,
  inboxes: readonly Inbox[],
  port: number,
  measuring: Measuring,
): Promise<Measured[]> {
  const { storage } = await import('@/lib/gateways/storage')
  const { receiveMessage } = await import('@/lib/messages/receive/receive-message')
  const { incoming } = await import('@/lib/messages/testing/mail')
  const of = (lane: number) => inboxes[lane % inboxes.length]!
  const receive = (lane: number) => receiveMessage(incoming(realMail(), [of(lane).address]))
  const [received] = await receive(0)
  const bare = await bareInserts(LANES, await rowsOf(product.superUrl, received!.id!))
  const clients: Awaited<ReturnType<typeof smtpClient>>[] = []
  let n = 0
  const put = () => storage().put(`bench/${whose.replaceAll(' ', '-')}/${n++}.eml`, realMail(), 20_000)
  const send = (lane: number) => clients[lane]!.bring('writer@sender.example', of(lane).address, realMail())
  try {
    const rows = await measuring(`the rows alone, ${whose}`, (lane) => bare.insert(lane, of(lane)))
    const kept = await measuring('  and the message as it came, in storage', async (lane) => {
      await put()
      await bare.insert(lane, of(lane))
    })
    const statements = await recorded(() => receive(0))
    const inside = await measuring(
      `receiveMessage (${statements.length} statements)`,
      async (lane) => void (await receive(lane)),
    )
    // Only now: the door ends connections that say nothing.
    for (let lane = 0; lane < LANES; lane++) clients.push(await smtpClient(port))
    // A process that has only just begun is slow.
    for (let lane = 0; lane < 5 * LANES; lane++) await send(lane % LANES)
    const through = await measuring(`the SMTP door, ${whose}`, send)
    return [rows, kept, inside, through]
  } finally {
    for (const client of clients) client.close()
    await bare.close()
  }
}
