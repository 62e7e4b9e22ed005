import { inspect, look } from '../pages/axe'
import { Checklist, TO_SEND } from '../pages/checklist'
import { freshPlace } from '../pages/desk'
import { INVITATION, linkTo } from '../pages/letters'
import { Members } from '../pages/members'
import { freshName } from '../pages/names'
import { Panel } from '../pages/panel'
import { Policy } from '../pages/policy'
import { Provision } from '../pages/provision'
import { expect, test } from '../pages/test'

// axe in two themes takes a second or two a state.
test.describe.configure({ timeout: 180_000 })

test('pages before and beside signing in', async ({ browser, product }) => {
  const context = await browser.newContext({ baseURL: product.url })
  const page = await context.newPage()
  const places = {
    landing: '/',
    'sign-in': '/sign-in',
    'a link that signs in': '/link?token=not-a-real-one',
    'an invitation that opens nothing': '/invite?token=not-a-real-one',
    'the API, signed out': '/docs/api',
    'one-click door': '/local/enter/customer',
    'not found': '/nowhere',
  }
  for (const [what, path] of Object.entries(places)) {
    await page.goto(path)
    await look(page, what)
  }
  await context.close()
})

test('the customer’s lists and forms', async ({ customer: page, neighbour }) => {
  await neighbour.goto('/t/harbor/domains')
  await look(neighbour, 'the list of the neighbour')
  await page.goto('/t/mnexa/domains?search=nothing-has-this-name')
  await look(page, 'list, nothing found')
  await page.goto('/t/mnexa/domains/new')
  await look(page, 'new domain')
  await page.getByLabel('Domain', { exact: true }).fill('co.uk')
  await page.getByRole('button', { name: 'Add domain' }).click()
  await expect(page.getByText('co.uk is shared by many owners')).toBeVisible()
  await look(page, 'new domain, refused')
  await Checklist.add(page, 'mnexa', freshName('pages'))
  await page.goto('/t/mnexa/domains')
  await expect(page.getByRole('link', { name: /inbox\.pages-/ }).first()).toBeVisible()
  await look(page, 'list')
  await page.getByRole('button', { name: /Ada/ }).click()
  await look(page, 'list, the person’s menu open')
  await page.goto('/t/mnexa/activity')
  await look(page, 'activity')
  await page.goto('/t/mnexa/usage')
  await look(page, 'usage')
  await page.goto('/t/mnexa-staging/domains')
  await expect(page.getByRole('banner')).toContainText('staging')
  await look(page, 'a page of a tenant for staging')
  await page.goto('/t/harbor/domains')
  await look(page, 'a tenant’s page that is not there')
})

test('people, keys and what happened', async ({ customer: page }) => {
  await page.goto('/t/mnexa/members')
  await look(page, 'members')
  await page.getByLabel('E-mail address').fill('nobody')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.locator('[aria-invalid]')).toBeVisible()
  await look(page, 'members, an invitation refused')
  await page.goto('/t/mnexa/keys')
  await look(page, 'keys')
  await page.goto('/t/mnexa/keys/new')
  await page.getByRole('button', { name: 'Create key' }).click()
  await expect(page.locator('[aria-invalid]').first()).toBeVisible()
  await look(page, 'a new key, refused')
  await page.goto('/t/mnexa/activity?result=refused&verify=1')
  await look(page, 'activity, filtered and verified')
  await page.goto('/t/mnexa/activity')
  await page.locator('#main li a[href*="/activity/"]').first().click()
  await expect(page).toHaveURL(/\/activity\/[0-9a-f-]{36}/)
  await look(page, 'one event')
  await page.goto(`/t/mnexa/activity/report?at=${new Date().toISOString().slice(0, 10)}`)
  await look(page, 'what existed')
  await page.goto('/account')
  await look(page, 'account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await look(page, 'account, asked before signing out')
  await page.goto('/authorize')
  await look(page, 'a command line that asks')
  await page.goto('/docs/api')
  await look(page, 'the API')
})

test('the platform’s desks', async ({ admin: page, support }) => {
  for (const path of ['staff', 'keys', 'keys/new', 'audit', 'audit/trails', 'health', 'stray'])
    await test.step(path, async () => {
      await page.goto(`/admin/${path}`)
      await inspect(page, `admin, ${path}`)
    })
  await page.goto(`/admin/audit?tenant=letterhead&from=2020-01-01`)
  await inspect(page, 'admin, audit, filtered')
  await page.goto('/admin')
  await inspect(page, 'admin')
  await page.goto('/admin/usage?sort=name')
  await expect(page.getByRole('columnheader', { name: 'Tenant' })).toHaveAttribute('aria-sort', 'ascending')
  await inspect(page, 'admin, usage')
  await page.goto('/admin/usage?search=nobody-is-called-so&workspace=default')
  await inspect(page, 'admin, usage, nobody found')
  await page.goto('/admin/tenants')
  await page.getByRole('button', { name: 'Create tenant' }).click()
  await inspect(page, 'admin, a new tenant')
  await page.goto('/admin/tenants?search=nobody-is-called-so&plan=free')
  await inspect(page, 'admin, no tenant found')
  await page.goto('/admin/tenants/mnexa')
  await inspect(page, 'admin, one tenant')
  await page.getByRole('button', { name: 'Move tenant' }).click()
  await inspect(page, 'admin, a move')
  await support.goto('/support')
  await support.getByRole('button', { name: /^Open/ }).first().click()
  await inspect(support, 'support, asked for a reason')
})

test('workspaces and their policies', async ({ admin: page }) => {
  await page.goto('/admin/workspaces')
  await inspect(page, 'admin, workspaces')
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.locator('[aria-invalid]').first()).toBeVisible()
  await inspect(page, 'admin, a new workspace, refused')
  const policy = await new Policy(page, { slug: 'default', name: 'Default workspace' }).open()
  await inspect(page, 'admin, one workspace')
  await policy.type('Members', '1')
  await expect(policy.field('Members')).toContainText('go from 100 members to 1 member')
  await policy.type('Domains', '1001')
  await expect(policy.input('Domains')).toHaveAttribute('aria-invalid', 'true')
  await inspect(page, 'admin, a policy, with what it would bring and an error')
  await policy.type('Domains', '')
  await policy.review()
  await inspect(page, 'admin, a policy, asked before it changes')
})

test('provisioning and batches', async ({ admin: page, product }) => {
  const provision = await new Provision(page).open()
  await page.getByText('The columns').click()
  await inspect(page, 'admin, provision')
  await provision.fill({ name: '', slug: 'A B', people: [{ email: 'nobody' }] })
  await provision.send()
  await expect(page.locator('[aria-invalid]').first()).toBeVisible()
  await provision.sendFile(['client_id,slug,colour', 'one,two,three'])
  await expect(page.getByText('so none of it was taken')).toBeVisible()
  await inspect(page, 'admin, provision, refused')

  const place = freshPlace('looked-at')
  const clientId = place.slug
  const domain = freshName('looked-at')
  const invite = [{ email: `olive@${domain}`, when: 'domain_ready' }]
  const made = await page.request.post('/api/v1/admin/provisions', {
    headers: { origin: product.url },
    data: { ...place, clientId, domain, invite },
  })
  expect(made.status()).toBe(200)
  await page.goto(`/admin/provision/result?${new URLSearchParams({ clientId })}`)
  await expect(page.getByRole('heading', { level: 1, name: place.name })).toBeVisible()
  await inspect(page, 'admin, provisioned')

  await page.goto('/admin/batches')
  await page.getByLabel('Slugs of the tenants').fill('nobody-is-called-so')
  await page.getByLabel('To the workspace').fill('nowhere')
  await page.getByRole('button', { name: 'Move tenants' }).click()
  await expect(page.locator('[aria-invalid]')).toBeVisible()
  await inspect(page, 'admin, batches, a move refused')
  await page.getByLabel('To the workspace').fill('default')
  await page.getByRole('button', { name: 'Move tenants' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Move one tenant to default' })).toBeVisible()
  await expect(page.getByText('It was refused.')).toBeVisible({ timeout: 20_000 })
  await inspect(page, 'admin, one batch')
})

test('a domain while it is prepared', async ({ customer: page, world }) => {
  const name = freshName('prepared')
  await world.arm({ operation: 'CreateEmailIdentity', when: 'before', effect: 'unavailable', times: 1000 })
  await Checklist.add(page, 'mnexa', name)
  await expect(page.getByText('The mail network does not answer right now')).toBeVisible()
  await look(page, 'checklist, the mail network does not answer')
  await world.clearFaults()
  await world.arm({ operation: 'CreateEmailIdentity', when: 'before', effect: 'hang', times: 1000 })
  const second = freshName('hanging')
  await Checklist.add(page, 'mnexa', second)
  await expect(page.getByText('Being prepared').first()).toBeVisible()
  await look(page, 'checklist, provisioning')
  await world.clearFaults()
  await new Checklist(page).complete()
})

test('a domain through its states', async ({ customer: page, world }) => {
  const name = freshName('states')
  const list = await (await Checklist.add(page, 'mnexa', name)).complete()
  for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Not found yet')
  await look(page, 'checklist, pending')
  const panel = await Panel.open(await page.context().newPage())
  await panel.press(name, 'SPF', 'Wrong value')
  await panel.press(name, 'Inbound mail', 'Wrong value')
  await expect(list.chip('SPF')).toHaveText('Servers missing')
  await expect(page.getByText('goes to another server today')).toBeVisible()
  await look(page, 'checklist, mismatch')
  await world.setDns('servfail')
  await expect(list.chip('DKIM 1')).toHaveText('Could not check', { timeout: 30_000 })
  await look(page, 'checklist, could not check')
  await world.setDns('up')
  await panel.publishAll(name)
  await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Send a test message' }).click()
  await expect(list.sends).toHaveCount(1)
  await look(page, 'checklist, ready')
  await panel.press(name, 'DKIM 2', 'Take down')
  await expect(list.head.getByText('Record lost')).toBeVisible({ timeout: 30_000 })
  await look(page, 'checklist, a record lost')
  await page.getByRole('button', { name: 'Delete domain' }).click()
  await look(page, 'checklist, the question before deleting')
  await world.arm({ operation: 'DeleteEmailIdentity', when: 'before', effect: 'hang', times: 1000 })
  const id = list.id
  await page.getByLabel(`Type ${name} to confirm`).fill(name)
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
  await page.goto(`/t/mnexa/domains/${id}`)
  await expect(
    page.getByText('We are removing this domain').or(page.getByText('does not answer')),
  ).toBeVisible()
  await look(page, 'checklist, deleting')
  await world.clearFaults()
  await expect(page.getByRole('heading', { name: 'This domain is gone' })).toBeVisible({ timeout: 45_000 })
  await look(page, 'checklist, gone')
})

test('the desks of staff, and the local world', async ({ support, admin, customer, neighbour, world }) => {
  await support.goto('/support')
  await expect(support.getByText('Mnexa').first()).toBeVisible()
  await inspect(support, 'support')
  await support.goto('/support?search=nobody-is-called-so')
  await inspect(support, 'support, nothing found')
  await world.arm({ operation: 'CreateEmailIdentity', when: 'before', effect: 'access_denied', times: 1000 })
  await Checklist.add(customer, 'mnexa', freshName('refused'))
  await expect(customer.getByText('Set-up has paused on our side')).toBeVisible()
  await look(customer, 'checklist, paused')
  await admin.goto('/admin')
  await expect(admin.getByText('The mail network refuses our calls').first()).toBeVisible()
  await inspect(admin, 'admin, with trouble')
  await world.clearFaults()
  await neighbour.goto('/local')
  await inspect(neighbour, 'the local panel')
  await neighbour.goto('/local/write')
  await inspect(neighbour, 'a letter to an inbox')
  await neighbour.goto('/local')
  await neighbour.getByRole('button', { name: 'Publish record' }).click()
  await expect(neighbour.locator('[aria-invalid]').first()).toBeVisible()
  await inspect(neighbour, 'the local panel, refused')
  const invited = `olive@${freshName('invited')}`
  await new Members(customer, 'mnexa').invite(invited)
  await linkTo(world, invited, INVITATION)
  const left = (await world.mail()).find(({ to }) => to.includes(invited))
  await neighbour.goto(`/local/mail/${encodeURIComponent(left?.id ?? '')}`)
  await expect(neighbour.getByText(invited).first()).toBeVisible()
  await inspect(neighbour, 'a message that left')
})
