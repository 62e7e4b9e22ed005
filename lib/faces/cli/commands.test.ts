import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { document } from './testing/document'
import { refusal, server, terminal } from './testing/terminal'

const ok = () => server(() => ({ id: 'd-1', name: 'one.dev' }))

describe('a command', () => {
  it.each([
    [['domains', 'add', 'one.dev'], 'POST /api/v1/domains', { name: 'one.dev' }],
    [['domains', 'add', '--name', 'one.dev'], 'POST /api/v1/domains', { name: 'one.dev' }],
    [['domains', 'add', '--data', '{"name":"one.dev"}'], 'POST /api/v1/domains', { name: 'one.dev' }],
    [['domains', 'show', 'd 1/2'], 'GET /api/v1/domains/d%201%2F2', undefined],
    [
      ['domains', 'list', '--search', 'a&b', '--limit', '5'],
      'GET /api/v1/domains?limit=5&search=a%26b',
      undefined,
    ],
    [['keys', 'end-old', 'k-1'], 'POST /api/v1/keys/k-1/end-old', {}],
    [
      ['support', 'open', 'They asked.', '--tenant', 'acme'],
      'POST /api/v1/admin/access',
      { tenant: 'acme', reason: 'They asked.' },
    ],
    [
      ['sending', 'test', 'd-1', '--idempotency-key', 'my-own-key'],
      'POST /api/v1/domains/d-1/test',
      { idempotencyKey: 'my-own-key' },
    ],
    [
      ['keys', 'create', '--name', 'n', '--scopes', 'a,b', '--scopes', 'c', '--expires-in-days', '30'],
      'POST /api/v1/keys',
      { name: 'n', scopes: ['a', 'b', 'c'], expiresInDays: 30 },
    ],
    [
      [
        'keys',
        'create',
        '--data',
        '{"name":"n","scopes":["a"]}',
        '--expires-in-days',
        'null',
        '--field-tenant',
        't',
      ],
      'POST /api/v1/keys',
      { name: 'n', scopes: ['a'], expiresInDays: null, tenant: 't' },
    ],
    [
      ['domains', 'watch', 'd1f0c2c8-0000-4000-8000-000000000000', '--once'],
      'POST /api/v1/domains/d1f0c2c8-0000-4000-8000-000000000000/watch',
      {},
    ],
  ])('%j is one call', async (argv, called, body) => {
    const { asked, fetch } = ok()
    expect(await terminal({ document, fetch }).letterhead(...argv, '--json')).toMatchObject({
      exit: 0,
      err: '',
    })
    expect(asked.map((one) => `${one.method} ${one.path}`)).toEqual([called])
    expect(asked[0]!.body).toEqual(body)
  })

  it('takes the whole input from stdin', async () => {
    const { asked, fetch } = ok()
    await terminal({ document, fetch, typed: '{"name":"two.dev"}' }).letterhead(
      'domains',
      'add',
      '--data',
      '-',
    )
    expect(asked[0]!.body).toEqual({ name: 'two.dev' })
  })

  it('says who calls, in which organisation, and makes a write safe to repeat', async () => {
    const { asked, fetch } = ok()
    const { letterhead } = terminal({ document, fetch, env: { LETTERHEAD_TENANT: 'acme' } })
    await letterhead('domains', 'add', 'one.dev')
    await letterhead('domains', 'list', '--tenant', 'other')
    await letterhead('health', 'show')
    await letterhead('--json', 'domains', 'add', 'one.dev', '--idempotency-key', 'my-own-key')
    const seen = (name: string) => asked.map((one) => one.headers.get(name))
    expect(new Set(seen('authorization'))).toEqual(new Set(['Bearer lhk_test']))
    expect(seen('letterhead-tenant')).toEqual(['acme', 'other', null, 'acme'])
    expect(seen('idempotency-key')).toEqual([
      expect.stringMatching(/^[\da-f-]{36}$/),
      null,
      null,
      'my-own-key',
    ])
    expect(seen('user-agent')[0]).toMatch(/^letterhead-cli\/\d/)
  })

  it.each([
    [['domains', 'show']],
    [['domains', 'show', '..']],
    [['domains', 'show', 'a', 'b']],
    [['domains', 'list', '--limit', 'many']],
    [['domains', 'list', '--limit', '1.5']],
    [['domains', 'list', '--unknown', 'x']],
    [['domains', 'add', '--data', '[1]']],
    [['domains', 'add', '--data', '{']],
    [['domains', 'nothing']],
    [['domains']],
    [['nothing']],
    [[]],
    [['domains', 'list', '--url', 'ftp://x']],
    [['domains', 'list', '--token', 'x']],
  ])('%j is a mistake of the line: exit 2, before anything is called', async (argv) => {
    const { exit, out, err } = await terminal({ document }).letterhead(...argv, '--json')
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'usage', message: expect.any(String) as string } })
    expect(await terminal({ document }).letterhead(...argv)).toMatchObject({ exit: 2, out: '' })
  })

  it('explains itself from the description of the API', async () => {
    const { exit, out, err } = await terminal({ document }).letterhead('keys', 'create', '--help')
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('About keys.create.')
    expect(out).toContain('--expires-in-days <number>')
    expect((await terminal({ document }).letterhead('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('an answer', () => {
  const list = server(({ path }) =>
    path.includes('cursor=next')
      ? { items: [{ id: 'd-2', name: 'two.dev' }], nextCursor: null }
      : { items: [{ id: 'd-1', name: 'one.dev' }], nextCursor: 'next' },
  )

  it('is a table for people, with what to do for more beside it', async () =>
    expect(await terminal({ document, fetch: list.fetch }).letterhead('domains', 'list')).toEqual({
      exit: 0,
      out: 'id   name\nd-1  one.dev\n',
      err: 'There is more: add --all, or --cursor next\n',
    }))

  it('is one JSON document with --json, with --all of all pages', async () => {
    const { out, err } = await terminal({ document, fetch: list.fetch }).letterhead(
      'domains',
      'list',
      '--all',
      '--json',
    )
    expect(JSON.parse(out)).toEqual({
      items: [
        { id: 'd-1', name: 'one.dev' },
        { id: 'd-2', name: 'two.dev' },
      ],
      nextCursor: null,
    })
    expect(err).toBe('')
  })

  it('of a search goes on through pages without anything, and leaves those behind to --all', async () => {
    const pages: Record<string, object> = {
      none: { items: [], nextCursor: 'a', lookedBackTo: '2026-03-01T10:00:00.000Z' },
      a: { items: [], nextCursor: 'b', lookedBackTo: '2026-02-01T10:00:00.000Z' },
      b: { items: [{ id: 'd-1' }], nextCursor: 'c', lookedBackTo: '2026-01-01T10:00:00.000Z' },
      c: { items: [], nextCursor: null, lookedBackTo: null },
    }
    const { fetch } = server(({ path }) => pages[/cursor=(\w)/.exec(path)?.[1] ?? 'none']!)
    const { letterhead } = terminal({ document, fetch })
    expect(JSON.parse((await letterhead('domains', 'list', '--json')).out)).toEqual(pages['b'])
    expect(await letterhead('domains', 'list')).toMatchObject({
      out: expect.stringContaining('d-1') as string,
      err: 'There is more: add --all, or --cursor c\n',
    })
    expect(JSON.parse((await letterhead('domains', 'list', '--all', '--json')).out)).toEqual({
      ...pages['c'],
      items: [{ id: 'd-1' }],
    })
  })

  it('of a search that found nothing says so at its end', async () => {
    const { fetch } = server(({ path }) => ({ items: [], nextCursor: path.includes('cursor') ? null : 'a' }))
    const { letterhead } = terminal({ document, fetch })
    expect(await letterhead('domains', 'list')).toEqual({
      ...{ exit: 0, out: '' },
      err: 'There is nothing in this list.\n',
    })
  })

  it('cannot steer a terminal, as JSON neither', async () => {
    const name = 'a\u001b[2J\u009b1m\u202eb'
    const { letterhead } = terminal({ document, fetch: server(() => ({ name })).fetch })
    const { out } = await letterhead('tenants', 'show', '--json')
    expect(out).toMatch(/^[\n\x20-\x7e]+$/)
    expect(JSON.parse(out)).toEqual({ name })
    expect((await letterhead('tenants', 'show')).out).toBe('name  a\ufffd[2J\ufffd1m\ufffdb\n')
  })

  it('with a secret says that it is shown this once', async () => {
    const { fetch } = server(() => ({ id: 'k-1', secret: 'lhk_new' }))
    const { out, err } = await terminal({ document, fetch }).letterhead(
      'keys',
      'create',
      '--name',
      'n',
      '--scopes',
      'a',
    )
    expect(out).toContain('lhk_new')
    expect(err).toBe('Keep the secret: it is not shown again.\n')
  })

  it('that streams goes to stdout, or into a file for nobody else', async () => {
    const { asked, fetch } = server(() => new Response('a,b\r\n1,2\r\n'))
    const { letterhead, home } = terminal({ document, fetch })
    expect(await letterhead('audit', 'export', '--format', 'csv', '--from', '2026')).toMatchObject({
      exit: 0,
      out: 'a,b\r\n1,2\r\n',
    })
    expect(asked[0]!.path).toBe('/api/v1/audit/export?from=2026&format=csv')
    const file = join(home, 'audit.json')
    expect(await letterhead('audit', 'export', '--output', file)).toMatchObject({ exit: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toBe('a,b\r\n1,2\r\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('that breaks off leaves no half a file', async () => {
    const fetch = async () =>
      new Response(
        new ReadableStream({
          start: (c) => (c.enqueue(new TextEncoder().encode('a,b')), c.error(new Error('gone'))),
        }),
      )
    const { letterhead, home } = terminal({ document, fetch })
    const file = join(home, 'audit.json')
    expect(await letterhead('audit', 'export', '--output', file)).toMatchObject({ exit: 7 })
    expect(() => statSync(file)).toThrow('ENOENT')
    expect(() => statSync(`${file}.part`)).toThrow('ENOENT')
  })
})

describe('a refusal', () => {
  it.each([
    [401, 4],
    [403, 4],
    [404, 5],
    [409, 3],
    [410, 3],
    [422, 2],
    [429, 6],
    [500, 1],
    [502, 1],
    [503, 7],
    [504, 7],
  ])('with status %i ends with exit %i, said on stderr', async (status, exit) => {
    const { fetch } = server(() => refusal(status, 'some_code'))
    const { letterhead } = terminal({ document, fetch })
    const json = await letterhead('domains', 'list', '--json')
    expect(json).toMatchObject({ exit, out: '' })
    expect(JSON.parse(json.err)).toEqual({
      error: {
        code: 'some_code',
        message: 'It is some_code.',
        fields: {},
        request_id: 'r1',
        next_step: 'Look.',
      },
    })
    const plain = await letterhead('domains', 'list')
    expect(plain).toMatchObject({ exit, out: '' })
    expect(plain.err).toMatch(/^It is some_code\.\n/)
  })

  it('names the fields that are wrong', async () => {
    const { fetch } = server(() =>
      Response.json(
        { error: { code: 'invalid_input', message: 'Look again.', fields: { name: 'Too long.' } } },
        { status: 422 },
      ),
    )
    expect((await terminal({ document, fetch }).letterhead('domains', 'add', 'x')).err).toBe(
      'Look again.\n  name: Too long.\n',
    )
  })

  it('for a moment is waited out as the server says, with the same key', async () => {
    let calls = 0
    const { asked, fetch } = server(() =>
      ++calls < 3 ? refusal(503, 'unavailable', { 'retry-after': '1' }) : { id: 'd-1' },
    )
    expect(await terminal({ document, fetch }).letterhead('domains', 'add', 'x')).toMatchObject({ exit: 0 })
    expect(new Set(asked.map((one) => one.headers.get('idempotency-key'))).size).toBe(1)
    expect(asked).toHaveLength(3)
  })

  it('for long is told at once', async () => {
    const { asked, fetch } = server(() => refusal(429, 'too_many_requests', { 'retry-after': '60' }))
    expect(await terminal({ document, fetch }).letterhead('domains', 'list')).toMatchObject({ exit: 6 })
    expect(asked).toHaveLength(1)
  })

  it('by nobody at all ends with exit 7', async () => {
    const fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
    expect(await terminal({ document, fetch }).letterhead('domains', 'list')).toEqual({
      exit: 7,
      out: '',
      err: 'We could not reach https://mail.example (connect ECONNREFUSED).\n',
    })
  })

  it('in words that are no JSON is a failure, not a crash', async () => {
    const fetch = async () => new Response('<h1>Bad gateway</h1>', { status: 502 })
    expect(await terminal({ document, fetch }).letterhead('domains', 'list')).toMatchObject({ exit: 1 })
    const html = async () => new Response('<h1>Welcome</h1>')
    expect(await terminal({ document, fetch: html }).letterhead('domains', 'list')).toMatchObject({ exit: 1 })
  })
})

describe('what destroys something', () => {
  const line = ['domains', 'delete', 'd-1']

  it('needs --yes where nobody can be asked', async () => {
    const { exit, err } = await terminal({ document }).letterhead(...line)
    expect(exit).toBe(2)
    expect(err).toBe('Mail stops at once. Add --yes to do it: domains delete d-1.\n')
    const { asked, fetch } = ok()
    expect(await terminal({ document, fetch }).letterhead(...line, '--yes')).toMatchObject({ exit: 0 })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['yes\n', 0, 1],
    ['Y\r', 0, 1],
    ['no\n', 2, 0],
    ['\n', 2, 0],
    ['\u0003', 130, 0],
  ])('asks a person, who types %j', async (typed, exit, calls) => {
    const { asked, fetch } = ok()
    const said = await terminal({ document, fetch, isTTY: true, typed }).letterhead(...line)
    expect(said.exit).toBe(exit)
    expect(said.err).toContain('domains delete d-1: Mail stops at once.')
    expect(asked).toHaveLength(calls)
  })
})

describe('watching a domain', () => {
  const id = 'd1f0c2c8-0000-4000-8000-000000000000'
  const look = (state: string, spf: string) => ({
    ...{ id, name: 'one.dev', state, receiving: 'off' },
    records: [
      { key: 'spf', label: 'SPF', verdict: spf, diagnosis: spf === 'mismatch' ? 'wrong_value' : null },
      { key: 'dkim1', label: 'DKIM 1', verdict: 'found', diagnosis: null },
    ],
  })
  const watch = (looks: object[], ...more: string[]) => {
    const rest = [...looks]
    const { fetch } = server(({ path }) =>
      path.endsWith('/watch')
        ? rest.length > 1
          ? rest.shift()!
          : rest[0]!
        : { items: [{ id, name: 'one.dev', unicodeName: 'one.dev' }], nextCursor: null },
    )
    return terminal({ document, fetch }).letterhead('domains', 'watch', ...more)
  }

  it('by its name prints what changes, until it is ready', async () =>
    expect(
      await watch(
        [
          look('pending', 'missing'),
          look('pending', 'missing'),
          look('pending', 'mismatch'),
          look('ready', 'found'),
        ],
        'One.dev',
      ),
    ).toEqual({
      exit: 0,
      out: [
        'SPF     not found yet',
        'DKIM 1  found',
        'one.dev is pending; receiving is off',
        'SPF     not found yet -> wrong value (wrong value)',
        'SPF     wrong value (wrong value) -> found',
        'one.dev is ready; receiving is off',
        '',
      ].join('\n'),
      err: '',
    }))

  it('with --json prints one line a change', async () => {
    const { exit, out } = await watch(
      [look('pending', 'missing'), look('pending', 'missing'), look('ready', 'found')],
      id,
      '--json',
    )
    expect(exit).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { id, state: 'pending', records: { spf: 'missing', dkim1: 'found' } },
      { id, state: 'ready', records: { spf: 'found', dkim1: 'found' } },
    ])
  })

  it('ends with 3 when it failed, with 7 when time is up, with 5 when there is none', async () => {
    expect(await watch([look('failed', 'missing')], id)).toMatchObject({ exit: 3 })
    expect(await watch([look('pending', 'missing')], id, '--timeout', '1')).toMatchObject({ exit: 7 })
    expect(await watch([], 'another.dev')).toMatchObject({ exit: 5 })
    expect(await watch([], id, '--timeout', 'soon')).toMatchObject({ exit: 2 })
  })
})
