import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { receiveMessage } from '@/lib/messages/receive/receive-message'
import { incoming, rawMail } from '@/lib/messages/testing/mail'
import { listMessages } from '@/lib/messages/read/list-messages'
import { run } from '../../cli/main'
import type { Document } from '../../cli/document'
import { handleRest } from '../handle'
import { openapiText } from '../openapi/document'
import { browserOf, keyOf } from '../testing/asking'

let product: TestProduct
let key: { authorization: string }
let id: string
const bytes = Buffer.from([0xff, 0xd8, 0x00, 0x80, 0x0a, 0x0d])

beforeAll(async () => {
  product = await startTestProduct()
  key = await keyOf(product.a)
  const { address } = await openInbox(product.a.owner, { localPart: 'files' })
  const body = `--b\r\n\r\nHello\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename*=UTF-8''%C3%BCber.html\r\n\r\n${bytes.toString('base64')}\r\n--b--`
  const raw = rawMail({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' }, body)
  await receiveMessage(incoming(raw, [address]))
  id = (await listMessages(product.a.owner, {})).items[0]!.id
})
afterAll(() => product.stop())

const get = (path: string, headers: Record<string, string>, method = 'GET') =>
  handleRest(new Request(`http://localhost:3000/api/v1${path}`, { method, headers }))

it('a file is bytes to be saved, whatever they claim to be', async () => {
  const response = await get(`/messages/${id}/attachments/0`, key)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="u_ber.html"; filename*=UTF-8''%C3%BCber.html`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  })
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
})

it('a whole message says how long it is, also to whoever asks for nothing else', async () => {
  const response = await get(`/messages/${id}/raw`, key)
  const whole = Buffer.from(await response.arrayBuffer())
  expect(response.headers.get('content-length')).toBe(String(whole.length))
  const head = await get(`/messages/${id}/raw`, key, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
    200,
    String(whole.length),
    '',
  ])
})

it('is refused as any other call: to neighbours, and where there is none', async () => {
  expect((await get(`/messages/${id}/raw`, await keyOf(product.b))).status).toBe(404)
  expect((await get(`/messages/${id}/raw`, await browserOf(product.b.owner.userId, 'mnexa'))).status).toBe(
    404,
  )
  expect((await get(`/messages/${id}/raw`, await browserOf(product.a.owner.userId, 'mnexa'))).status).toBe(
    200,
  )
  expect((await get(`/messages/${id}/attachments/7`, key)).status).toBe(404)
  expect((await get(`/messages/${id}/attachments/x`, key)).status).toBe(422)
})

it('the command line saves it whole into a file, or writes it out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'letterhead-file-'))
  const parts: Buffer[] = []
  const letterhead = (...argv: string[]) =>
    run(
      argv,
      {
        stdout: { write: (part) => void parts.push(Buffer.from(part as Uint8Array)) },
        stderr: { write: () => undefined },
        ...{ stdin: null, isTTY: false, fetch: (request: Request) => handleRest(request) },
        env: {
          ...{ LETTERHEAD_URL: 'http://localhost:3000', XDG_CONFIG_HOME: '/nonexistent' },
          LETTERHEAD_TOKEN: key.authorization.slice('Bearer '.length),
        },
      },
      JSON.parse(openapiText()) as Document,
    )
  try {
    const file = join(folder, 'file')
    expect(await letterhead('messages', 'attachment', id, '0', '--output', file)).toBe(0)
    expect(readFileSync(file)).toEqual(bytes)
    expect(await letterhead('messages', 'attachment', id, '0')).toBe(0)
    expect(Buffer.concat(parts)).toEqual(bytes)
    parts.length = 0
    expect(await letterhead('messages', 'list', '--unread', '--json')).toBe(0)
    expect(JSON.parse(Buffer.concat(parts).toString())).toMatchObject({ items: [{ id, unread: true }] })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
