import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorldClient } from '../client'
import { readBody } from '../http'
import { letter, REGION, sender, TOKEN, until } from './helpers'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
let folder: string
let running: ChildProcess[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'world-'))
  running = []
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(stdio: 'pipe' | 'ipc' = 'pipe') {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
    stdio: ['ignore', 'pipe', 'inherit', ...(stdio === 'ipc' ? (['ipc'] as const) : [])],
    env: {
      NODE_ENV: 'production',
      LOCAL_WORLD_STATE: join(folder, 'world.sqlite'),
      LOCAL_WORLD_TOKEN: TOKEN,
      LOCAL_WORLD_RATE: '1000',
      LOCAL_WORLD_BURST: '1000',
      LOCAL_WORLD_CONFIRM_MS: '50',
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'AKIDLOCAL',
      AWS_SECRET_ACCESS_KEY: 'local-secret',
    },
  })
  running.push(child)
  if (!child.stdout) throw new Error('no stdout')
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const ready = JSON.parse(line) as { ready: boolean; sesUrl: string; controlUrl: string; dnsPort: number }
  expect(ready.ready).toBe(true)
  const panel = createWorldClient({ url: ready.controlUrl, token: TOKEN })
  return { child, panel, send: sender('3.1169', ready.sesUrl) }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  child.kill(signal)
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

describe('a world that is killed', () => {
  it('has everything that was answered, and work whose answer never came', async () => {
    const first = await start()
    await first.panel.addRecord({ name: 'acme.example', type: 'TXT', value: 'here' })
    await first.panel.setDns('servfail', 'acme.example')
    await first.send('CreateEmailIdentity', { EmailIdentity: 'box@acme.example' })
    await first.panel.forceStatus('box@acme.example', { verificationStatus: 'SUCCESS' })
    const { MessageId } = await first.send('SendEmail', letter('box@acme.example'))
    await first.panel.armFault({ operation: 'CreateEmailIdentity', when: 'after', effect: 'hang' })
    const lost = first.send('CreateEmailIdentity', { EmailIdentity: 'acme.example' }).catch(() => 'lost')
    await until(
      () => first.panel.faults(),
      ({ hits }) => hits.length === 1,
    )
    // Looked at once: from here on nothing changes by itself.
    const { identities: before } = await until(
      () => first.panel.ses(),
      ({ identities }) => identities.some((identity) => identity.errorType === 'DNS_SERVER_ERROR'),
    )
    await kill(first.child, 'SIGKILL')
    expect(await lost).toBe('lost')

    const second = await start()
    expect((await second.panel.ses()).identities).toEqual(before)
    expect(before.map((identity) => identity.name)).toEqual(['acme.example', 'box@acme.example'])
    expect((await second.panel.zones())[0]).toMatchObject({
      name: 'acme.example',
      mode: 'servfail',
      records: [{ value: 'here' }],
    })
    expect(await second.panel.mail()).toMatchObject([{ id: MessageId, verdict: { dkim: 'pass' } }])
    expect(await kill(second.child, 'SIGTERM')).toBe(0)
  })

  it('still tells of mail that it took in before', async () => {
    const first = await start()
    await first.send('CreateEmailIdentity', { EmailIdentity: 'acme.example' })
    await first.panel.forceStatus('acme.example', { verificationStatus: 'SUCCESS' })
    // Nobody listens there yet.
    await first.panel.subscribe('http://127.0.0.1:9/hook')
    const raw = Buffer.from('Subject: Kept\r\n\r\nHello').toString('base64')
    const { messageId } = await first.panel.receive({
      from: 'ada@outside.example',
      to: ['agent@acme.example'],
      raw,
      deliver: 's3',
    })
    await kill(first.child, 'SIGKILL')

    const second = await start()
    const heard: string[] = []
    const serve = async (request: IncomingMessage, response: ServerResponse) => {
      const envelope = JSON.parse((await readBody(request, 1_000_000)).toString()) as Record<string, string>
      if (envelope.Type === 'SubscriptionConfirmation') await fetch(envelope.SubscribeURL ?? '')
      else heard.push(envelope.Message ?? '')
      response.end()
    }
    const hook = createServer((request, response) => void serve(request, response))
    await new Promise<void>((ready) => hook.listen(0, '127.0.0.1', ready))
    await second.panel.subscribe(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`)
    await until(() => Promise.resolve(heard), (all) => all.some((text) => text.includes(String(messageId)))) // prettier-ignore
    hook.close()
    expect((await second.panel.arrived()).map(({ id }) => id)).toEqual([messageId])
  })

  it('goes when its parent does', async () => {
    const { child } = await start('ipc')
    child.disconnect()
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})
