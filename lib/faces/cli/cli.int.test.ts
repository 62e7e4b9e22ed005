import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '@/lib/accounts/testing/open-session'
import { answerDevice } from '@/lib/accounts/devices/platform'
import { createKey } from '@/lib/credentials/create-key'
import type { KeyWithSecret } from '@/lib/credentials/view'
import type { DomainView } from '@/lib/domains/view'
import { DAY } from '@/lib/kernel/clock'
import { mint } from '@/lib/kernel/mint'
import { scopesFor } from '@/lib/kernel/permissions'
import { addReady } from '@/lib/local/testing/drive'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { operations } from '@/lib/operations'
import { collectToken, startLogin } from '../next/device-login'
import { handleRest } from '../rest/handle'
import { configPath } from './config'
import { callsOf, readDocument } from './document'
import { terminal } from './testing/terminal'

const doors: Record<string, (request: Request) => Promise<Response>> = {
  '/api/cli/start': startLogin,
  '/api/cli/token': collectToken,
}

let product: TestProduct
let http: Server
let url: string
let ownKey: string
let person: string
beforeAll(async () => {
  product = await startTestProduct()
  http = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await text(incoming)
      const { method = 'GET', headers } = incoming
      const request = new Request(new URL(incoming.url!, url), {
        method,
        headers: headers as Record<string, string>,
        ...(body && { body }),
      })
      const response = await (doors[new URL(request.url).pathname] ?? handleRest)(request)
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(Buffer.from(await response.arrayBuffer()))
    })()
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const key = await createKey(product.a.owner, { name: 'cli', scopes: scopesFor('key') })
  ownKey = key.secret!
  person = await openSession(product.a.owner.userId, new Date(Date.now() + DAY), { kind: 'cli' })
})
afterAll(async () => {
  await new Promise((done) => http.close(done))
  await product.stop()
})

const at = (token: string, more: Record<string, string> = {}) =>
  terminal({
    fetch: (request) => fetch(request),
    env: { LETTERHEAD_URL: url, LETTERHEAD_TOKEN: token, ...more },
  }).letterhead

const json = <T>(said: { out: string }) => JSON.parse(said.out) as T

it('every operation that programs have a door to is a command', () =>
  expect(
    callsOf(readDocument())
      .map((call) => call.name)
      .sort(),
  ).toEqual(
    operations
      .filter(({ spec }) => !('doors' in spec) || spec.doors === undefined || spec.doors === 'all')
      .map(({ spec }) => spec.name)
      .sort(),
  ))

describe('with a key', () => {
  it('adds, lists, shows and deletes a domain', async () => {
    const letterhead = at(ownKey)
    const added = await letterhead('domains', 'add', 'cli.ledger.dev', '--json')
    expect(added).toMatchObject({ exit: 0, err: '' })
    const { id } = json<DomainView>(added)
    expect(
      json<{ items: DomainView[] }>(await letterhead('domains', 'list', '--search', 'cli.', '--json')).items,
    ).toMatchObject([{ id }])
    const shown = await letterhead('domains', 'show', id)
    expect(shown.exit).toBe(0)
    expect(shown.out).toMatch(/^name +cli\.ledger\.dev$/m)
    expect(await letterhead('domains', 'add', 'cli.ledger.dev')).toMatchObject({ exit: 3, out: '' })
    expect(await letterhead('domains', 'delete', id)).toMatchObject({ exit: 2 })
    expect(await letterhead('domains', 'delete', id, '--yes')).toMatchObject({ exit: 0 })
    expect(json(await letterhead('domains', 'show', id, '--json'))).toMatchObject({ state: 'deleting' })
  })

  it('repeats a write with the same key once', async () => {
    const twice = ['domains', 'add', 'once.ledger.dev', '--idempotency-key', 'a-key-of-my-own', '--json']
    const [first, second] = [await at(ownKey)(...twice), await at(ownKey)(...twice)]
    expect(first).toMatchObject({ exit: 0 })
    expect(json(second)).toEqual(json(first))
  })

  it('ends as the refusal says', async () => {
    const other = (await product.newCustomer('elsewhere')).tenant.slug
    expect(await at(ownKey)('domains', 'show', 'nothing')).toMatchObject({ exit: 5 })
    expect(await at(ownKey)('domains', 'add')).toMatchObject({ exit: 2 })
    expect(await at(ownKey)('keys', 'list')).toMatchObject({ exit: 4 })
    expect(await at('lhk_wrong')('domains', 'list')).toMatchObject({ exit: 4 })
    expect(await at(ownKey)('domains', 'list', '--tenant', other)).toMatchObject({ exit: 5 })
    const { err } = await at('lhk_wrong')('domains', 'list', '--json')
    expect(JSON.parse(err)).toMatchObject({
      error: {
        ...{ code: 'not_signed_in', request_id: expect.any(String) as string },
        message: expect.stringMatching(/^This key or token opens nothing/) as string,
      },
    })
  })

  it('watches a domain that is ready and says so', async () => {
    const { id } = await addReady(product, product.a, 'ready.ledger.dev')
    const said = await at(ownKey)('domains', 'watch', 'ready.ledger.dev', '--json')
    expect(said).toMatchObject({ exit: 0, err: '' })
    expect(json(said)).toMatchObject({ id, state: 'ready', records: { spf: 'found' } })
    expect(json(await at(ownKey)('domains', 'watch', id, '--once', '--json'))).toMatchObject({
      id,
      state: 'ready',
    })
  })
})

describe('with a session of the command line', () => {
  it('creates a key that works, rotates and revokes it', async () => {
    const letterhead = at(person, { LETTERHEAD_TENANT: product.a.tenant.slug })
    const made = await letterhead(
      'keys',
      'create',
      '--name',
      'from a terminal',
      '--scopes',
      'domains.read',
      '--json',
    )
    expect(made).toMatchObject({ exit: 0, err: '' })
    const { id, secret } = json<KeyWithSecret>(made)
    expect(await at(secret!)('domains', 'list')).toMatchObject({ exit: 0 })
    const next = json<KeyWithSecret>(await letterhead('keys', 'rotate', id, '--overlap-hours', '0', '--json'))
    expect(await at(secret!)('domains', 'list')).toMatchObject({ exit: 4 })
    expect(await at(next.secret!)('domains', 'list')).toMatchObject({ exit: 0 })
    expect(await letterhead('keys', 'revoke', id, '--yes')).toMatchObject({ exit: 0 })
    expect(await at(next.secret!)('domains', 'list')).toMatchObject({ exit: 4 })
  })

  it('has to name the organisation it acts in', async () => {
    expect(await at(person)('domains', 'list')).toMatchObject({ exit: 2 })
    expect(await at(person)('domains', 'list', '--tenant', product.a.tenant.slug)).toMatchObject({ exit: 0 })
    expect(await at(person)('domains', 'list', '--tenant', product.b.tenant.slug)).toMatchObject({ exit: 5 })
  })
})

it('signs in through the browser, says who it is, and signs out for good', async () => {
  const { userId, email, name } = product.a.owner
  const approve = (code: string) => answerDevice(mint.person({ userId, email, name }), code, 'approved')
  const { letterhead, home } = terminal({
    env: { LETTERHEAD_URL: undefined, LETTERHEAD_TOKEN: undefined },
    fetch: async (request) => {
      const response = await fetch(request)
      if (request.url.endsWith('/api/cli/start')) {
        const { user_code: code } = (await response.clone().json()) as { user_code: string }
        await approve(code)
      }
      return response
    },
  })
  expect(await letterhead('login', '--url', url)).toMatchObject({ exit: 0 })
  const { token } = JSON.parse(readFileSync(configPath({ env: { HOME: home } }), 'utf8')) as { token: string }
  expect(json(await letterhead('whoami', '--json'))).toMatchObject({
    kind: 'session',
    person: { email },
    tenant: 'mnexa',
  })
  expect(await letterhead('domains', 'list')).toMatchObject({ exit: 0 })
  expect(await letterhead('use', 'harbor')).toMatchObject({ exit: 5 })
  expect(await letterhead('logout')).toMatchObject({ exit: 0 })
  expect(await at(token)('people', 'me')).toMatchObject({ exit: 4 })
})

/** The program as a shell starts it, from any folder. */
async function program(...argv: string[]): Promise<{ exit: unknown; out: string }> {
  const child = spawn(process.execPath, [join(process.cwd(), 'lib/faces/cli/letterhead.mjs'), ...argv], {
    cwd: tmpdir(),
    env: { ...process.env, LETTERHEAD_URL: url, LETTERHEAD_TOKEN: ownKey },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((done) => child.once('exit', done))
  return { out: await text(child.stdout), exit: await ended }
}

it('is a program of its own', async () => {
  const listed = await program('domains', 'list', '--json')
  expect(listed.exit).toBe(0)
  expect(json<{ items: unknown[] }>(listed).items.length).toBeGreaterThan(0)
})

it('makes the first admin a link, on the server', async () => {
  const { exit, out } = await program('admin', 'link', 'first@letterhead.dev', '--json')
  expect(exit).toBe(0)
  expect(json<{ url: string }>({ out }).url).toMatch(/\/link\?token=[\w-]{43}$/)
  expect((await program('admin', 'link', 'nobody', '--json')).exit).toBe(2)
})
