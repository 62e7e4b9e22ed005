import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { document } from './testing/document'
import { refusal, server, terminal, type Asked } from './testing/terminal'

const nobody = { LETTERHEAD_URL: undefined, LETTERHEAD_TOKEN: undefined }
const person = {
  name: 'Ada',
  email: 'ada@mnexa.ai',
  tenants: [{ slug: 'mnexa', name: 'Mnexa', role: 'owner' }],
}
const KEY = `lhk_${'k'.repeat(43)}`

/** The server's side of a sign-in, with the answers of the token endpoint in a row. */
function door(...answers: (() => Response | object)[]) {
  const rest = [...answers]
  return server(({ path }: Asked) => {
    if (path === '/api/cli/start')
      return {
        device_code: 'device-secret',
        user_code: 'BCDF-GHJK',
        verification_uri: 'https://mail.example/authorize',
        verification_uri_complete: 'https://mail.example/authorize?code=BCDF-GHJK',
        expires_in: 600,
        interval: 2,
      }
    if (path === '/api/cli/token') return (rest.length > 1 ? rest.shift()! : rest[0]!)()
    if (path === '/api/v1/me') return person
    if (path === '/api/v1/me/sessions')
      return {
        items: [
          { id: 's-0', isCurrent: false },
          { id: 's-1', isCurrent: true },
        ],
      }
    if (path === '/api/v1/tenant') return { slug: 'mnexa', name: 'Mnexa' }
    return { id: 's-1' }
  })
}
const pending = () => refusal(409, 'device_pending')
const yes = () => ({ token: 'session-token', expires_at: '2027-01-01T00:00:00Z' })
const configIn = (home: string) => join(home, '.config', 'letterhead', 'config.json')

describe('letterhead login', () => {
  it('shows a code, waits for the yes in the browser, and keeps the token where only its person reads it', async () => {
    const { asked, fetch } = door(pending, () => refusal(429, 'too_many_requests'), pending, yes)
    const { letterhead, home } = terminal({ document, fetch, env: nobody })
    const { exit, out, err } = await letterhead('login', '--url', 'https://mail.example/')
    expect(exit).toBe(0)
    expect(err).toContain('https://mail.example/authorize?code=BCDF-GHJK')
    expect(err).toContain('BCDF-GHJK')
    expect(out).toBe(
      'Signed in at https://mail.example as Ada <ada@mnexa.ai>.\nCommands act in mnexa.\n  mnexa (owner)\n',
    )
    expect(out + err).not.toContain('session-token')
    expect(out + err).not.toContain('device-secret')
    expect(JSON.parse(readFileSync(configIn(home), 'utf8'))).toEqual({
      url: 'https://mail.example',
      token: 'session-token',
      tenant: 'mnexa',
    })
    expect(statSync(configIn(home)).mode & 0o777).toBe(0o600)
    expect(statSync(join(home, '.config', 'letterhead')).mode & 0o777).toBe(0o700)

    await letterhead('domains', 'list')
    expect(asked.at(-1)!.headers.get('authorization')).toBe('Bearer session-token')
    expect(asked.at(-1)!.headers.get('letterhead-tenant')).toBe('mnexa')
  })

  it.each([
    ['declined in the browser', () => refusal(403, 'device_denied'), 4],
    ['too old', () => refusal(410, 'link_invalid'), 3],
    ['never answered', pending, 7],
  ])('that is %s leaves nothing behind', async (_, answer, exit) => {
    const { letterhead, home } = terminal({ document, fetch: door(answer).fetch, env: nobody })
    expect(await letterhead('login', '--url', 'https://mail.example')).toMatchObject({ exit, out: '' })
    expect(existsSync(configIn(home))).toBe(false)
  })

  it.each([
    [false, KEY],
    [false, `${KEY}\n`],
    [true, `${KEY.slice(0, -1)}x\u007f${KEY.at(-1)}\r`],
  ])('--key reads a key and never shows it (terminal: %s)', async (isTTY, typed) => {
    const { asked, fetch } = door(yes)
    const { letterhead, home } = terminal({ document, fetch, env: nobody, isTTY, typed })
    const { exit, out, err } = await letterhead('login', '--key', '--url', 'https://mail.example')
    expect(exit).toBe(0)
    expect(out).toBe('Signed in at https://mail.example as an API key.\nCommands act in mnexa.\n')
    expect(out + err).not.toContain(KEY)
    expect(asked[0]!.headers.get('authorization')).toBe(`Bearer ${KEY}`)
    expect(JSON.parse(readFileSync(configIn(home), 'utf8'))).toEqual({
      url: 'https://mail.example',
      token: KEY,
    })
  })

  it('--key refuses what is none, and one that the server does not know', async () => {
    const line = ['login', '--key', '--url', 'https://mail.example']
    expect(await terminal({ document, env: nobody, typed: 'password' }).letterhead(...line)).toMatchObject({
      exit: 2,
    })
    const { fetch } = server(() => refusal(401, 'not_signed_in'))
    const { letterhead, home } = terminal({ document, env: nobody, typed: KEY, fetch })
    expect(await letterhead(...line)).toMatchObject({ exit: 4 })
    expect(existsSync(configIn(home))).toBe(false)
    const narrow = server(() => refusal(403, 'scope_missing'))
    expect(
      await terminal({ document, env: nobody, typed: KEY, fetch: narrow.fetch }).letterhead(...line),
    ).toMatchObject({ exit: 0 })
  })
})

describe('signed in', () => {
  async function signedIn() {
    const { asked, fetch } = door(yes)
    const made = terminal({ document, fetch, env: nobody })
    await made.letterhead('login', '--url', 'https://mail.example')
    return { ...made, asked }
  }

  it('the saved token never goes to another installation', async () => {
    const { letterhead, asked } = await signedIn()
    const before = asked.length
    const { exit, err } = await letterhead('domains', 'list', '--url', 'https://elsewhere.example', '--json')
    expect(exit).toBe(4)
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not_signed_in' } })
    expect(asked).toHaveLength(before)
  })

  it('whoami says who, and use chooses the organisation', async () => {
    const { letterhead, home } = await signedIn()
    expect(JSON.parse((await letterhead('whoami', '--json')).out)).toEqual({
      url: 'https://mail.example',
      kind: 'session',
      person,
      tenant: 'mnexa',
    })
    expect(await letterhead('use', 'mnexa')).toMatchObject({
      exit: 0,
      out: 'Commands act in mnexa (Mnexa).\n',
    })
    expect(JSON.parse(readFileSync(configIn(home), 'utf8'))).toMatchObject({
      tenant: 'mnexa',
      token: 'session-token',
    })
  })

  it('logout ends this session at the server, and forgets it here', async () => {
    const { letterhead, home, asked } = await signedIn()
    expect(await letterhead('logout')).toMatchObject({ exit: 0 })
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/v1/me/sessions/s-1' })
    expect(readFileSync(configIn(home), 'utf8')).not.toContain('session-token')
    expect(await letterhead('domains', 'list')).toMatchObject({ exit: 4 })
    expect(await letterhead('logout')).toMatchObject({ exit: 0, err: 'Nobody is signed in.\n' })
  })

  it('a file that others could read is closed to them; one that is broken is told', async () => {
    const { letterhead, home } = await signedIn()
    chmodSync(configIn(home), 0o644)
    await letterhead('whoami')
    expect(statSync(configIn(home)).mode & 0o777).toBe(0o600)
    writeFileSync(configIn(home), '{')
    expect(await letterhead('whoami')).toMatchObject({ exit: 2 })
  })
})

it('without a sign-in, a command says how to', async () => {
  const { exit, err } = await terminal({ document, env: { LETTERHEAD_TOKEN: undefined } }).letterhead(
    'domains',
    'list',
  )
  expect(exit).toBe(4)
  expect(err).toContain('letterhead login')
  expect(await terminal({ document, env: nobody }).letterhead('domains', 'list')).toMatchObject({ exit: 2 })
})

it('admin link says that it needs the server', async () => {
  const { exit, err } = await terminal({ document }).letterhead('admin', 'link', 'ada@mnexa.ai')
  expect(exit).toBe(2)
  expect(err).toContain('DATABASE_URL')
})
