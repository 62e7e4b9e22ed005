import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPlatformKey } from '@/lib/credentials/create-platform-key'
import type { Document } from '@/lib/faces/cli/document'
import { terminal } from '@/lib/faces/cli/testing/terminal'
import { handleRest } from '@/lib/faces/rest/handle'
import { openapiOf } from '@/lib/faces/rest/openapi/document'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { operations } from '@/lib/operations'
import { runBatches } from './batches/run/platform'
import type { BatchView } from './batches/view'
import type { ProvisionView } from './tenants/view'

let product: TestProduct
let token: string
beforeAll(async () => {
  product = await startTestProduct()
  const scopes = ['tenants.create', 'tenants.govern', 'batches.read', 'batches.stop', 'batches.undo']
  token = (await createPlatformKey(product.admin, { name: 'sign-ups', scopes })).secret!
})
afterAll(() => product.stop())

const folder = mkdtempSync(join(tmpdir(), 'letterhead-provision-'))
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return `@${join(folder, name)}`
}
const document = openapiOf(operations) as unknown as Document
async function letterhead<T>(
  argv: string[],
  typed?: string,
): Promise<{ exit: number; said: T; err: string }> {
  const shell = terminal({
    ...{ document, fetch: handleRest, env: { LETTERHEAD_TOKEN: token } },
    ...(typed !== undefined && { typed }),
  })
  const { exit, out, err } = await shell.letterhead(...argv, '--json')
  return { exit, said: (out ? JSON.parse(out) : undefined) as T, err }
}

it('a program opens a whole customer from the command line, people out of a file, and may repeat itself', async () => {
  const people = file('people.json', '[{"email":"olive@quill.dev","role":"owner"}]')
  const argv = ['tenants', 'provision', '--client-id', 'signup-1', '--slug', 'quill', '--name', 'Quill']
  const first = await letterhead<ProvisionView>([...argv, '--domain', 'quill.dev', '--invite', people])
  expect(first).toMatchObject({
    exit: 0,
    said: {
      tenant: { slug: 'quill' },
      domain: { name: 'quill.dev' },
      invites: [{ role: 'owner', state: 'open' }],
    },
  })
  const again = await letterhead<ProvisionView>([...argv, '--domain', 'quill.dev', '--invite', people])
  expect(again.said.tenant.id).toBe(first.said.tenant.id)
  expect((await letterhead([...argv, '--domain', 'other.dev'])).err).toContain('provision_mismatch')
  const shown = await letterhead<ProvisionView>(['tenants', 'show-provision', 'signup-1'])
  expect(shown.said.next).toEqual(first.said.next)
})

it('and many of them from a file, or from what another program writes, with the lines that are wrong by name', async () => {
  const csv = 'client_id,slug,name\nc-1,many-1,One\nc-2,many-2,Two\n'
  const argv = ['tenants', 'provision-many', '--client-id', 'export-1', '--file']
  const sent = await letterhead<BatchView>([...argv, file('tenants.csv', csv)])
  expect(sent.said).toMatchObject({ kind: 'provision', total: 2, startedBy: 'sign-ups' })
  expect((await letterhead<BatchView>([...argv, '-'], csv)).said.id).toBe(sent.said.id)
  await runBatches()
  expect((await letterhead<BatchView>(['batches', 'show', sent.said.id])).said).toMatchObject({
    done: 2,
    refused: 0,
  })

  const wrong = await letterhead([...argv, '-'], 'client_id,slug,name\nc-3,Not A Slug,Three\n')
  expect(wrong).toMatchObject({ exit: 2 })
  expect(JSON.parse(wrong.err)).toMatchObject({
    error: { code: 'file_malformed', fields: { 'line 2, slug': expect.stringContaining('lower-case') } },
  })
})

it('a name that begins with an @ is a name, and no file of whoever runs the program', async () => {
  const name = file('secret.txt', 'what nobody asked for')
  const argv = ['tenants', 'provision', '--client-id', 'signup-2', '--slug', 'at-sign', '--name', name]
  expect((await letterhead<ProvisionView>(argv)).said).toMatchObject({ tenant: { name } })
})

it('stops a batch', async () => {
  const moved = await letterhead<BatchView>(
    ['tenants', 'move-many', '--workspace', 'default', '--tenants', '-'],
    'quill\n',
  )
  const { said } = await letterhead<BatchView>(['batches', 'stop', moved.said.id])
  expect(said).toMatchObject({ done: 0, refused: 1, stopped: expect.stringContaining('was stopped') })
})

it('moves many, the slugs out of a file, and takes it back', async () => {
  const slugs = file('slugs.txt', 'many-1\nmany-2\n')
  const moved = await letterhead<BatchView>([
    'tenants',
    'move-many',
    '--workspace',
    'default',
    '--tenants',
    slugs,
  ])
  await runBatches()
  const undone = await letterhead<BatchView>(['batches', 'undo', moved.said.id])
  expect(undone.said).toMatchObject({ kind: 'undo', total: 2 })
  await runBatches()
  const { said } = await letterhead<{ items: { state: string }[] }>(['batches', 'items', undone.said.id])
  expect(said.items.map(({ state }) => state)).toEqual(['done', 'done'])
})
