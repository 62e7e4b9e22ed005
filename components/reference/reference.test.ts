import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { referenceOf, type Document } from './reference'
import { curlOf, lacking, prepare } from './request'
import type { Call, Field } from './types'

const document = JSON.parse(readFileSync('public/openapi.json', 'utf8')) as Document
const nouns = referenceOf(document)
const named = (name: string) => nouns.flatMap((noun) => noun.calls).find((call) => call.name === name)!

const field = (more: Partial<Field> & { name: string }): Field => ({
  ...{ in: 'body', required: false, kind: 'text', values: [], hint: '' },
  ...more,
})
const call = (more: Partial<Call>): Call => ({
  ...{ name: 'a.b', summary: '', method: 'POST', path: '/api/v1/a', permission: 'a.b', scope: true },
  ...{ realm: 'tenant', writes: true, danger: null, streams: false, fields: [] },
  ...more,
})
const nobody = { key: '', tenant: '' }

describe('the reference', () => {
  it('has every call of the description, under its noun', () => {
    const calls = nouns.flatMap((noun) => noun.calls)
    expect(calls).toHaveLength(Object.values(document.paths).flatMap((item) => Object.keys(item)).length)
    for (const noun of nouns) for (const one of noun.calls) expect(one.name.split('.')[0]).toBe(noun.name)
  })

  it('has a field for each part of the path, the query and the body', () => {
    expect(named('domains.list').fields.find((f) => f.name === 'limit')).toEqual({
      ...{ name: 'limit', in: 'query', required: false, kind: 'number', values: [] },
      hint: '1 to 100; otherwise 25',
    })
    expect(named('domains.add').fields).toMatchObject([
      { name: 'name', in: 'body', required: true, kind: 'text' },
    ])
    expect(named('domains.show').fields).toMatchObject([{ name: 'id', in: 'path', required: true }])
    expect(named('keys.create').fields.map((f) => [f.name, f.kind])).toEqual([
      ['name', 'text'],
      ['scopes', 'list'],
      ['expiresInDays', 'number'],
      ['domainId', 'text'],
      ['inboxId', 'text'],
    ])
  })
})

describe('a filled form', () => {
  it('puts each field where it belongs, and leaves the empty ones out', () => {
    const shaped = call({
      path: '/api/v1/a/{id}',
      fields: [
        field({ name: 'id', in: 'path' }),
        field({ name: 'days', kind: 'number' }),
        field({ name: 'on', kind: 'boolean' }),
        field({ name: 'scopes', kind: 'list' }),
        field({ name: 'empty' }),
      ],
    })
    const values = { id: 'a/b?', days: '7', on: 'false', scopes: 'x, y,', empty: ' ' }
    expect(prepare(shaped, values, { key: 'k', tenant: 'mnexa' })).toEqual({
      method: 'POST',
      url: '/api/v1/a/a%2Fb%3F',
      headers: { 'Letterhead-Tenant': 'mnexa', 'Content-Type': 'application/json' },
      body: '{"days":7,"on":false,"scopes":["x","y"]}',
    })
  })

  it('asks in the query, once for each of several', () => {
    const shaped = call({
      ...{ method: 'GET', realm: 'platform', writes: false },
      fields: [field({ name: 'q', in: 'query' }), field({ name: 'of', in: 'query', kind: 'list' })],
    })
    expect(prepare(shaped, { q: 'a b', of: '1,2' }, { key: '', tenant: 'mnexa' })).toEqual({
      ...{ method: 'GET', url: '/api/v1/a?q=a+b&of=1&of=2', headers: {} },
    })
  })

  it('says which required fields are empty', () =>
    expect(
      lacking(call({ fields: [field({ name: 'name', required: true }), field({ name: 'other' })] }), {
        name: ' ',
      }),
    ).toEqual({ name: 'This is required.' }))
})

describe('the line for a shell', () => {
  it('names the key and shows none, and a quote in a value stays a value', () => {
    const shaped = call({ fields: [field({ name: 'name' })] })
    const prepared = prepare(shaped, { name: `it's; rm -rf $HOME` }, { key: 'lhk_secret', tenant: '' })
    expect(curlOf('https://l.example', shaped, prepared)).toBe(
      [
        `curl -X POST 'https://l.example/api/v1/a' \\`,
        `  -H "Authorization: Bearer $LETTERHEAD_TOKEN" \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  -H "Idempotency-Key: $(uuidgen)" \\`,
        `  -d '{"name":"it'\\''s; rm -rf $HOME"}'`,
      ].join('\n'),
    )
  })

  it('is short for a read', () => {
    const shaped = call({ method: 'GET', writes: false })
    expect(curlOf('https://l.example', shaped, prepare(shaped, {}, nobody))).toBe(
      `curl 'https://l.example/api/v1/a' \\\n  -H "Authorization: Bearer $LETTERHEAD_TOKEN"`,
    )
  })
})
