import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchEvents } from '@/lib/audit/oversight/search-events'
import { asPlatform } from '@/lib/kernel/platform'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { refusedWith } from '@/lib/local/testing/refusal'
import { searchTenants } from '@/lib/tenants/search-tenants'
import { overseeUsage } from '@/lib/usage/overview/oversee-usage'
import { withClient } from '@/prisma/sql'
import { archiveWorkspace } from './archive-workspace'
import { createWorkspace } from './create-workspace'
import { deleteWorkspace } from './delete-workspace'
import { editWorkspace } from './edit-workspace'
import { listWorkspaces } from './list-workspaces'
import { findByPattern } from './platform'
import { previewPolicy } from './policy/preview-policy'
import { restoreWorkspace } from './restore-workspace'
import { showWorkspace } from './show-workspace'

let product: TestProduct
const sql = (text: string, values: unknown[] = []) =>
  withClient(product.database.superUrl, (c) => c.query(text, values))
const create = (slug: string, more: object = {}) =>
  createWorkspace(product.admin, { slug, name: `Room ${slug}`, environment: 'production', ...more })
const put = (tenantId: string, workspaceId: string) =>
  sql(`update "Tenant" set "workspaceId" = $2 where id = $1`, [tenantId, workspaceId])

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

describe('a workspace', () => {
  it('is made with what it is told, and is found by name, slug and pattern', async () => {
    const made = await create('acme', {
      description: 'The Acme group',
      patterns: ['*.ACME-group.com', 'acme-group.com.'],
    })
    expect(made).toMatchObject({
      ...{
        slug: 'acme',
        environment: 'production',
        isDefault: false,
        archivedAt: null,
        tenants: 0,
        limitsSet: 0,
      },
      patterns: ['*.acme-group.com', 'acme-group.com'],
      policy: { version: 1, changedBy: null },
    })
    expect(await showWorkspace(product.admin, { workspace: 'acme' })).toEqual(made)
    for (const search of ['Room acme', 'ACM', 'acme-group'])
      expect((await listWorkspaces(product.admin, { search })).items.map((w) => w.slug)).toEqual(['acme'])
    expect((await listWorkspaces(product.admin, { search: '%' })).items).toEqual([])
    expect(await refusedWith(showWorkspace(product.admin, { workspace: 'nowhere' }))).toBe('not_found')
  })

  it('has a slug of its own', async () => {
    expect(await refusedWith(create('acme'))).toBe('workspace_exists')
    expect(await refusedWith(create('Not A Slug'))).toBe('slug_malformed')
    const both = await Promise.allSettled([create('twice'), create('twice')])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is listed by environment, newest first, page by page, with its tenants counted', async () => {
    await create('later', { environment: 'staging' })
    const staging = await listWorkspaces(product.admin, { environment: 'staging' })
    expect(staging.items.map(({ slug }) => slug)).toEqual(['later', 'staging'])
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: typeof staging = await listWorkspaces(product.admin, {
        limit: 2,
        ...(cursor && { cursor }),
      })
      seen.push(...page.items.map(({ slug }) => slug))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.slice(0, 3)).toEqual(['later', 'twice', 'acme'])
    const [standard] = (await listWorkspaces(product.admin, { search: 'default' })).items
    // The customers: the platform's own organisation stands there as well, and obeys none of it.
    expect(standard).toMatchObject({ slug: 'default', tenants: 2 })
    const shown = await showWorkspace(product.admin, { workspace: 'default' })
    const preview = await previewPolicy(product.admin, { workspace: 'default', policy: { members: 1 } })
    const listed = await searchTenants(product.admin, { workspace: 'default' })
    const overview = await overseeUsage(product.admin, { workspace: 'default' })
    expect([shown.tenants, preview.tenants, preview.touched]).toEqual([2, 2, 2])
    for (const { items } of [listed, overview])
      expect(items.map(({ slug }) => slug).toSorted()).toEqual(['harbor', 'mnexa'])
    const [members] = preview.fields.filter(({ name }) => name === 'members')
    expect(members!.above.first.map(({ slug }) => slug)).not.toContain('letterhead')
    expect(members!.above.tenants).toBe(2)
  })

  it('is edited field by field, and what is edited is on the record', async () => {
    await editWorkspace(product.admin, { workspace: 'acme', description: '' })
    const edited = await editWorkspace(product.admin, {
      workspace: 'acme',
      name: 'Acme',
      patterns: ['*.acme.com'],
    })
    expect(edited).toMatchObject({ name: 'Acme', description: '', patterns: ['*.acme.com'] })
    const { items } = await searchEvents(product.admin, { action: 'workspace.edited' })
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({
      text: 'Ines Keller edited the workspace Acme',
      tenant: { slug: 'letterhead' },
    })
    await editWorkspace(product.admin, { workspace: 'acme', name: 'Acme' })
    expect((await searchEvents(product.admin, { action: 'workspace.edited' })).items).toHaveLength(2)
  })

  it('is archived and deleted only when that takes nothing from anybody', async () => {
    const { id } = await create('brief', { patterns: ['*.brief.dev'] })
    const { tenant } = await product.newCustomer('lodger')
    await put(tenant.id, id)
    for (const refuse of [archiveWorkspace, deleteWorkspace]) {
      expect(await refusedWith(refuse(product.admin, { workspace: 'brief' }))).toBe('workspace_in_use')
      expect(await refusedWith(refuse(product.admin, { workspace: 'staging' }))).toBe('workspace_is_default')
    }
    const { id: home } = await showWorkspace(product.admin, { workspace: 'default' })
    await put(tenant.id, home)
    expect((await archiveWorkspace(product.admin, { workspace: 'brief' })).archivedAt).not.toBeNull()
    expect((await listWorkspaces(product.admin, { search: 'brief' })).items).toEqual([])
    expect((await listWorkspaces(product.admin, { archived: true })).items).toMatchObject([{ slug: 'brief' }])
    expect((await restoreWorkspace(product.admin, { workspace: 'brief' })).archivedAt).toBeNull()

    await sql(
      `insert into "TenantMove" ("tenantId", "fromId", "toId", "fromAssignment", "toAssignment", "movedBy")
         values ($1, $2, $3, 'explicit', 'fallback', 'Ines')`,
      [tenant.id, id, home],
    )
    expect(await refusedWith(deleteWorkspace(product.admin, { workspace: 'brief' }))).toBe('workspace_in_use')
    await sql('delete from "TenantMove"')
    expect(await deleteWorkspace(product.admin, { workspace: 'brief' })).toEqual({ id })
    expect(await refusedWith(showWorkspace(product.admin, { workspace: 'brief' }))).toBe('not_found')
    expect((await create('again', { patterns: ['*.brief.dev'] })).patterns).toEqual(['*.brief.dev'])
  })

  it('is archived while a tenant is put into it: one of both, never both', async () => {
    const { id } = await create('contested')
    const { tenant } = await product.newCustomer('comer')
    const entering = asPlatform(async (tx) => {
      const open = await tx.$queryRaw<unknown[]>`
        select 1 from "Workspace" where id = ${id}::uuid and "archivedAt" is null for share`
      if (open.length === 0) return 'archived'
      await tx.tenant.update({ where: { id: tenant.id }, data: { workspaceId: id } })
      return 'entered'
    })
    const [entered, archived] = await Promise.allSettled([
      entering,
      archiveWorkspace(product.admin, { workspace: 'contested' }),
    ])
    const there = await showWorkspace(product.admin, { workspace: 'contested' })
    expect(there.tenants > 0 && there.archivedAt !== null).toBe(false)
    expect(archived.status).toBe(
      entered.status === 'fulfilled' && entered.value === 'entered' ? 'rejected' : 'fulfilled',
    )
  })

  it('is the admins’', async () => {
    expect(await refusedWith(listWorkspaces(product.support, {}))).toBe('forbidden')
    expect(await refusedWith(deleteWorkspace(product.a.owner, { workspace: 'acme' }))).toBe('forbidden')
  })
})

describe('a pattern', () => {
  it('is one workspace’s in an environment, and told by name when it is taken', async () => {
    await create('first', { patterns: ['*.shared.dev'] })
    await expect(create('second', { patterns: ['own.dev', '*.SHARED.dev'] })).rejects.toMatchObject({
      code: 'pattern_taken',
      fields: {
        patterns: expect.stringContaining('*.shared.dev belongs to the workspace Room first.') as string,
      },
    })
    expect(await refusedWith(showWorkspace(product.admin, { workspace: 'second' }))).toBe('not_found')
    expect(await create('elsewhere', { environment: 'staging', patterns: ['*.shared.dev'] })).toBeTruthy()
    expect(await refusedWith(create('third', { patterns: ['*.github.io'] }))).toBe('pattern_malformed')
    const many = Array.from({ length: 51 }, (_, at) => `n${at}.many.dev`)
    expect(await refusedWith(create('third', { patterns: many }))).toBe('invalid_input')
  })

  it('goes to one of two admins who want it at once', async () => {
    await Promise.all([create('left'), create('right')])
    const want = (workspace: string, patterns: string[]) =>
      editWorkspace(product.admin, { workspace, patterns })
    for (const name of ['one.race.dev', 'two.race.dev', 'three.race.dev']) {
      const both = await Promise.allSettled([
        want('left', [`*.${name}`, name]),
        want('right', [name, `*.${name}`]),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      const refused = both.find((one) => one.status === 'rejected')
      expect(refused?.reason).toMatchObject({ code: 'pattern_taken' })
    }
  })

  it('brings a name to the open workspace that fits it most closely', async () => {
    await create('wide', { patterns: ['*.fit.dev'] })
    await create('narrow', { patterns: ['*.eu.fit.dev', 'one.fit.dev'] })
    const slugFor = (name: string, environment: 'production' | 'staging' = 'production') =>
      asPlatform(async (tx) => {
        const found = await findByPattern(tx, environment, name)
        return found && (await tx.workspace.findUniqueOrThrow({ where: { id: found.workspaceId } })).slug
      })
    expect(await slugFor('mail.eu.fit.dev')).toBe('narrow')
    expect(await slugFor('one.fit.dev')).toBe('narrow')
    expect(await slugFor('mail.fit.dev')).toBe('wide')
    expect(await slugFor('fit.dev')).toBeNull()
    expect(await slugFor('mail.fit.dev', 'staging')).toBeNull()
    await archiveWorkspace(product.admin, { workspace: 'narrow' })
    expect(await slugFor('mail.eu.fit.dev')).toBe('wide')
  })
})
