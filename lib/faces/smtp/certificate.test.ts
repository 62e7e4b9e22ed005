import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Certificate } from './certificate'
import { openDoor, type Door } from './door'

const made = async (name: string): Promise<Certificate> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], { keySize: 2048 })
  return { cert, key }
}
const folder = mkdtempSync(join(tmpdir(), 'letterhead-tls-'))
const files = { cert: join(folder, 'chain.pem'), key: join(folder, 'key.pem') }
const put = (some: Partial<Certificate>) => {
  for (const name of ['cert', 'key'] as const) if (some[name]) writeFileSync(files[name], some[name])
}

let [before, renewed]: Certificate[] = []
const doors: Door[] = []
beforeAll(async () => {
  ;[before, renewed] = await Promise.all([made('before.test'), made('renewed.test')])
  Object.assign(process.env, {
    ...{ DATABASE_URL: 'postgresql://none', NEXTAUTH_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' },
    ...{ MASTER_KEY: Buffer.alloc(32).toString('base64'), SMTP_PORT: '0' },
    ...{ SMTP_TLS_CERT: files.cert, SMTP_TLS_KEY: files.key },
  })
})
beforeEach(() => put(before!))
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()))
  rmSync(folder, { recursive: true })
})

async function open(lookEvery: number): Promise<Door> {
  const door = await openDoor({ lookEvery })
  doors.push(door)
  return door
}

/** The name in the certificate that somebody who comes now is shown. */
function shownAt({ port }: Door): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const toSay = ['EHLO mx.sender.example\r\n', 'STARTTLS\r\n']
  return new Promise((resolve, reject) => {
    socket.on('error', reject).on('data', function hear(bytes: Buffer) {
      if (!/^\d{3} [^\r]*\r\n$/m.test(bytes.toString())) return
      const next = toSay.shift()
      if (next) return void socket.write(next)
      socket.removeListener('data', hear)
      const secure = connectTls({ socket, rejectUnauthorized: false }, () => {
        resolve(String(secure.getPeerCertificate().subject.CN))
        secure.destroy()
      }).on('error', reject)
    })
  })
}

it('a renewed certificate is shown without a restart', async () => {
  const door = await open(0)
  expect(await shownAt(door)).toBe('before.test')
  put(renewed!)
  expect(await shownAt(door)).toBe('renewed.test')
})

it('files that do not go together yet change nothing, and do once they do', async () => {
  const door = await open(0)
  put({ cert: renewed!.cert })
  expect(await shownAt(door)).toBe('before.test')
  put({ key: renewed!.key })
  expect(await shownAt(door)).toBe('renewed.test')
})

it('a file that is gone changes nothing', async () => {
  const door = await open(0)
  rmSync(files.key)
  expect(await shownAt(door)).toBe('before.test')
})

it('the files are not looked at for everybody who comes', async () => {
  const door = await open(60_000)
  put(renewed!)
  expect(await shownAt(door)).toBe('before.test')
})
