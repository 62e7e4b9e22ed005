import { readFileSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startDoor } from '@/lib/faces/smtp/testing/door-process'
import { bringLarge, LARGE, largeMail, memoryOf } from '@/lib/faces/smtp/testing/large'
import { startHookServer } from '@/lib/faces/hooks/testing/hook-server'
import { startProcess, type Process } from '@/lib/faces/testing/process'
import { freePort } from '../../free-port'
import { createWorldClient } from '../../world/client'
import { TOKEN, until } from '../../world/test/helpers'
import { ownInbox, ownWorld, PLATFORM_DOMAIN } from './own-world'

/**
 * `npm run bench:memory`: a hundred messages of nearly 40 MB one after another, first to the SMTP door and then as the mail
 * network tells of them, and what memory the processes have that take them in: the door, and the worker.
 */
const COUNT = Number(process.argv[2] ?? 100)
const product = await ownWorld()
const { tenantId, inboxId, address } = await ownInbox('bench')
// The disk is not what is measured.
const forget = () =>
  rmSync(join(process.env.STORAGE_FOLDER!, 'tenants', tenantId), { recursive: true, force: true })

await throughTheDoor()
await fromTheNetwork()
await product.stop()

async function throughTheDoor() {
  const port = await freePort(24_900)
  const door = await startDoor({ ...process.env, SMTP_PORT: String(port) })
  const seen = watch('the door', door)
  await bringLarge(port, address, COUNT, () => {
    seen.note()
    forget()
  })
  seen.tell()
  await door.end()
}

async function fromTheNetwork() {
  const hook = await startHookServer()
  const { world } = product
  await world.send('CreateEmailIdentity', { EmailIdentity: PLATFORM_DOMAIN })
  await world.panel.forceStatus(PLATFORM_DOMAIN, { verificationStatus: 'SUCCESS' })
  await world.panel.subscribe(hook.url)
  await until(() => world.panel.sns(), (sns) => Boolean(sns.subscription?.confirmedAt)) // prettier-ignore
  const patient = createWorldClient({ url: world.controlUrl, token: TOKEN, timeoutMs: 120_000 })
  const worker = await startProcess('lib/faces/worker/main.ts', 'worker ready', process.env)
  const seen = watch('the worker', worker)
  const client = new pg.Client({ connectionString: product.superUrl })
  await client.connect()
  const raw = Buffer.concat([...largeMail()]).toString('base64')
  for (let n = 1; n <= COUNT; n++) {
    await patient.receive({ from: 'ada@sender.example', to: [address], raw, deliver: 's3' })
    while ((await stored(client)) < COUNT + n) await sleep(50)
    seen.note()
    forget()
  }
  seen.tell()
  await client.end()
  await worker.end()
  await hook.close()
}

async function stored(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from "Message" where "inboxId" = $1',
    [inboxId],
  )
  return rows[0]!.n
}

function watch(what: string, { child }: Process) {
  const begin = performance.now()
  const before = memoryOf(child.pid!)
  const seen: number[] = []
  return {
    note: () => void seen.push(memoryOf(child.pid!)),
    tell() {
      const each = (performance.now() - begin) / 1000 / seen.length
      const [tenth, last] = [seen[9] ?? seen[0]!, seen.at(-1)!].map(mega)
      console.log(
        `${what}: ${seen.length} messages of ${mega(LARGE)}, ${each.toFixed(2)} s each, load ${loadavg()[0]!.toFixed(1)}\n` +
          `  before ${mega(before)}, after the tenth ${tenth}, after the last ${last}, at most ${mega(peakOf(child.pid!) ?? Math.max(...seen))}`,
      )
    },
  }
}

/** The most a process ever had, where the system tells (Linux). */
function peakOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes ? Number(kilobytes) * 1024 : null
  } catch {
    return null
  }
}

function mega(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`
}
