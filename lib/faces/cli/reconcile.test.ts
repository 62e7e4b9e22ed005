import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Document } from './document'
import { server, terminal } from './testing/terminal'

const document = {
  servers: [{ url: '/api/v1' }],
  paths: {
    '/admin/fleet/reconcile': {
      post: {
        summary: 'Compare.',
        'x-letterhead': { name: 'fleet.reconcile', realm: 'platform', effect: 'read' },
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { file: { type: 'string', 'x-from-file': true } },
                required: ['file'],
              },
            },
          },
        },
      },
    },
  },
} as unknown as Document

const none = { total: 0, items: [] }
const same = {
  ...{ listed: 2, standing: 2, compared: ['plan'], passedOver: [] },
  ...{ onlyInList: none, onlyInFleet: none, differing: none },
}
const diff = {
  ...{ listed: 3, standing: 1_200, compared: ['plan', 'inbox'], passedOver: ['country'] },
  onlyInList: { total: 1, items: [{ line: 4, tenant: 'nobody' }] },
  nextCursor: 'next',
  onlyInFleet: {
    total: 1_100,
    items: [{ tenant: 'harbor', name: 'Harbor\u001b[2J', plan: 'pro', workspace: 'default' }],
  },
  differing: {
    total: 2,
    items: [
      { tenant: 'acme', field: 'inbox', line: null, list: null, fleet: 'agent@acme.dev' },
      { tenant: 'acme', field: 'plan', line: 2, list: 'free', fleet: 'pro' },
    ],
  },
}

const answered = (answer: object) => {
  const { asked, fetch } = server(() => answer)
  const { letterhead, home } = terminal({ document, fetch, typed: 'tenant\nacme' })
  return { asked, letterhead, home }
}

it('shows both differences in one diff, and how much is not shown', async () => {
  const { asked, letterhead, home } = answered(diff)
  const file = join(home, 'table.csv')
  writeFileSync(file, 'tenant,plan\nacme,free')
  expect(await letterhead('fleet', 'reconcile', '--file', `@${file}`)).toEqual({
    exit: 0,
    err: 'There is more: add --all.\n',
    out: [
      'Only in the list: 1',
      '- nobody (line 4)',
      '',
      'Only in the fleet: 1,100',
      '+ harbor (Harbor\u{fffd}[2J, pro, in default)',
      '  and 1,099 more',
      '',
      'Different: 2',
      '  acme, inbox',
      '+ agent@acme.dev',
      '  acme, plan',
      '- free (line 2)',
      '+ pro',
      '',
      'Not compared: country',
      '3 lines held against 1,200 organisations: 1,103 differences.',
      '',
    ].join('\n'),
  })
  expect(asked).toMatchObject([
    {
      ...{ method: 'POST', path: '/api/v1/admin/fleet/reconcile' },
      body: { file: 'tenant,plan\nacme,free', limit: 100 },
    },
  ])
})

const item = (line: number) => ({ line, tenant: `t-${line}` })
const inTwo = () =>
  server((asked) => ({
    ...same,
    ...((asked.body as { cursor?: string }).cursor === 'next'
      ? { nextCursor: null, onlyInList: { total: 3, items: [item(4)] } }
      : { nextCursor: 'next', onlyInList: { total: 3, items: [item(2), item(3)] } }),
  }))

it('tells all of it with --all and with --json, the list going with each page', async () => {
  for (const how of ['--all', '--json']) {
    const { asked, fetch } = inTwo()
    const { letterhead } = terminal({ document, fetch, typed: 'tenant\nacme' })
    const { out, err } = await letterhead('fleet', 'reconcile', '--file', '-', how)
    expect(err).toBe('')
    if (how === '--json')
      expect(JSON.parse(out)).toMatchObject({
        ...{ nextCursor: null, onlyInList: { total: 3, items: [item(2), item(3), item(4)] } },
      })
    else
      expect(out).toContain('Only in the list: 3\n- t-2 (line 2)\n- t-3 (line 3)\n- t-4 (line 4)\n\n2 lines')
    expect(asked.map(({ body }) => body)).toEqual([
      { file: 'tenant\nacme', limit: 20_000 },
      { file: 'tenant\nacme', limit: 20_000, cursor: 'next' },
    ])
  }
})

it('says what the list calls its columns, those in --data and those of options together', async () => {
  const { asked, letterhead } = answered(same)
  const called = ['--tenant-column', 'crm_id', '--inbox-column', 'Mail address']
  const data = ['--data', '{"columns":{"plan":"tier","inbox":"other"}}']
  expect(await letterhead('fleet', 'reconcile', '--file', '-', ...called, ...data)).toMatchObject({ exit: 0 })
  expect(asked).toMatchObject([
    { body: { file: 'tenant\nacme', columns: { tenant: 'crm_id', plan: 'tier', inbox: 'Mail address' } } },
  ])
})

it('ends with 3 when they differ, where that was asked for, and with 0 when they do not', async () => {
  const argv = ['fleet', 'reconcile', '--file', '-', '--json'] as const
  const whole = { ...diff, nextCursor: null }
  const told = await answered(whole).letterhead(...argv, '--exit-code')
  expect(told.exit).toBe(3)
  expect(JSON.parse(told.out)).toEqual(whole)
  expect(JSON.parse(told.err)).toMatchObject({ error: { code: 'fleet_differs' } })
  expect(await answered(whole).letterhead(...argv)).toMatchObject({ exit: 0, err: '' })
  expect(await answered(same).letterhead(...argv, '--exit-code')).toMatchObject({ exit: 0, err: '' })
  expect((await answered(same).letterhead('fleet', 'reconcile', '--file', '-')).out).toBe(
    '2 lines held against 2 organisations: they are the same.\n',
  )
})

it('without a list asks for one', async () =>
  expect(await answered(same).letterhead('fleet', 'reconcile')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('--file @table.csv'),
  }))
