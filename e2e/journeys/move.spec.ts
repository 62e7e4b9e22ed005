import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { CommandLine } from '../pages/command-line'
import { Desk } from '../pages/desk'
import { expect, test } from '../pages/guests'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { Policy } from '../pages/policy'
import { TenantDesk } from '../pages/tenant-desk'

interface Move {
  from: { slug: string }
  to: { slug: string }
}

test('an admin moves a tenant between workspaces: seen before, unnoticed by who works, and taken back', async ({
  admin,
  stranger,
  guest,
  world,
}) => {
  const desk = new Desk(admin)
  const customer = await stranger()
  const narrow = await desk.makeWorkspace('narrow')
  const wide = await desk.makeWorkspace('wide')
  const elsewhere = await desk.makeWorkspace('elsewhere', { environment: 'Staging' })
  await limitDomains(admin, narrow, '2')
  await limitDomains(admin, wide, '5')
  const owner = { page: customer, world, ...guest }
  const tenant = await desk.makeCustomer('moving', owner, { workspace: narrow, plan: 'Pro' })
  const governed = new TenantDesk(admin, tenant)
  const field = customer.getByLabel('Domain', { exact: true })
  const add = async (name: string) => {
    await customer.getByRole('button', { name: 'Add domain' }).click()
    await expect(customer.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  const begin = async (name: string) => {
    await customer.goto(`/t/${tenant.slug}/domains/new`)
    await field.fill(name)
  }

  await test.step('the customer is at the limit, and has typed the next name', async () => {
    for (const name of [freshName('one'), freshName('two')]) {
      await begin(name)
      await add(name)
    }
  })
  const third = freshName('three')
  await begin(third)

  await test.step('the admin sees each limit before and after, and moves it', async () => {
    await governed.open()
    await expect(governed.limit('Domains')).toContainText('2 (policy)')
    const dialog = await governed.askMove(wide.slug)
    const changes = dialog.getByRole('table', { name: 'Limits that change' })
    await expect(changes.getByRole('row').filter({ hasText: 'Domains' })).toContainText(
      '2 (policy)5 (policy)',
    )
    await expect(dialog).toContainText('Unchanged: Recipients per day,')
    await dialog.getByRole('button', { name: 'Move tenant' }).click()
    await expect(dialog).toBeHidden()
    await expect(governed.fact('Workspace')).toContainText(`${wide.name}, put there by an admin`)
    await expect(governed.limit('Domains')).toContainText('5 (policy)')
    await expect(governed.moved(narrow, wide)).toContainText('Ines')
  })

  await test.step('the customer notices nothing but that there is room', async () => {
    await expect(field).toHaveValue(third)
    await add(third)
    const fourth = freshName('four')
    await begin(fourth)
  })

  await test.step('a move that would leave the tenant above a limit says so, and can be left', async () => {
    const dialog = await governed.askMove(narrow.slug)
    await expect(dialog).toContainText('Domains: above it with 3 domains.')
    await expect(dialog).toContainText('All domains stay. One more is refused until there are fewer than 2.')
    await dialog.getByRole('button', { name: `Keep it in ${wide.name}` }).click()
    await expect(dialog).toBeHidden()
    await expect(governed.fact('Workspace')).toContainText(wide.name)
  })

  await test.step('another environment is refused in words', async () => {
    const dialog = await governed.askMove(elsewhere.slug)
    await expect(dialog).toContainText('Environments never mix')
    await dialog.getByRole('button', { name: 'Move tenant' }).click()
    await expect(dialog.getByText('Environments never mix').last()).toBeVisible()
    await dialog.getByRole('button', { name: `Keep it in ${wide.name}` }).click()
    await expect(governed.moved(wide, elsewhere)).toHaveCount(0)
  })

  await test.step('Undo: the tenant is back, keeps what it has, and its next act obeys', async () => {
    await governed.moved(narrow, wide).getByRole('button', { name: 'Undo' }).click()
    await expect(governed.moved(wide, narrow)).toBeVisible()
    await expect(governed.moved(narrow, wide)).toContainText('undone')
    await expect(governed.fact('Workspace')).toContainText(narrow.name)
    await expect(governed.limit('Domains')).toContainText('3')
    await customer.getByRole('button', { name: 'Add domain' }).click()
    await expect(customer.getByText('Your organisation may have 2 domains, and has 3.')).toBeVisible()
    await customer.goto(`/t/${tenant.slug}/domains`)
    await expect(customer.getByRole('link', { name: third })).toBeVisible()
  })
})

test('many are moved at once with their progress, and one by the command line', async ({
  admin,
  product,
}) => {
  const desk = new Desk(admin)
  const from = await desk.makeWorkspace('before')
  const to = await desk.makeWorkspace('after')
  const tenants = [
    await desk.makeTenant('many', { workspace: from }),
    await desk.makeTenant('many', { workspace: from }),
    await desk.makeTenant('many', { workspace: from }),
  ]
  const inside = (slug: string) => admin.locator(`[data-tenant="${slug}"]`)

  await test.step('pasted slugs: progress to the end, and what was refused is told', async () => {
    await admin.goto('/admin/batches')
    const slugs = tenants.map(({ slug }) => slug)
    await admin.getByLabel('Slugs of the tenants').fill([...slugs, 'nobody-has-this'].join('\n'))
    await admin.getByLabel('To the workspace').fill(to.slug)
    await admin.getByRole('button', { name: 'Move tenants' }).click()
    await expect(admin).toHaveURL(/\/admin\/batches\/[0-9a-f-]{36}$/)
    await expect(admin.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('value', '4', {
      timeout: 20_000,
    })
    await expect(admin.getByText('This batch is finished.')).toBeAttached()
    for (const slug of slugs)
      await expect(admin.getByRole('listitem').filter({ hasText: slug })).toContainText('Done')
    await admin.getByRole('link', { name: /^Refused/ }).click()
    const refused = admin.getByRole('listitem').filter({ hasText: 'nobody-has-this' })
    await expect(refused).toContainText('Refused')
    await admin.goto(`/admin/workspaces/${to.slug}`)
    for (const slug of slugs) await expect(inside(slug)).toBeVisible()
  })

  await test.step('the same by the command line, with its preview and the way back', async () => {
    const keys = new Keys(admin, null)
    const name = `mover ${randomUUID().slice(0, 8)}`
    const secret = await keys.create(name, ['tenants.govern', 'tenants.inspect'])
    const cli = new CommandLine({ LETTERHEAD_URL: product.url, LETTERHEAD_TOKEN: secret })
    const [{ slug } = { slug: '' }] = tenants
    const preview = await cli.run('tenants', 'preview-move', slug, '--workspace', from.slug)
    expect([preview.code, preview.err]).toEqual([0, ''])
    const move = await cli.json<Move & { id: string }>('tenants', 'move', slug, from.slug)
    expect(move).toMatchObject({ from: { slug: to.slug }, to: { slug: from.slug } })
    await admin.goto(`/admin/workspaces/${from.slug}`)
    await expect(inside(slug)).toBeVisible()
    const again = await cli.run('tenants', 'move', slug, from.slug)
    expect([again.code, again.err]).toEqual([3, expect.stringContaining('already')])
    const mixed = await cli.run('tenants', 'move', slug, 'staging')
    expect([mixed.code, mixed.err]).toEqual([3, expect.stringContaining('Environments never mix')])
    expect((await cli.json<Move>('tenants', 'undo-move', move.id)).to.slug).toBe(to.slug)
    await admin.goto(`/admin/workspaces/${to.slug}`)
    await expect(inside(slug)).toBeVisible()
    cli.discard()
    await keys.revoke(name)
  })
})

async function limitDomains(admin: Page, workspace: { slug: string; name: string }, value: string) {
  const policy = await new Policy(admin, workspace).open()
  await policy.type('Domains', value)
  await policy.save()
  await policy.saved()
}
