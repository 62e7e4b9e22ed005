import { randomUUID } from 'node:crypto'
import { Checklist, TO_SEND } from '../pages/checklist'
import { CommandLine } from '../pages/command-line'
import { Desk, freshPlace } from '../pages/desk'
import { expect, test } from '../pages/guests'
import { Keys } from '../pages/keys'
import { INVITATION, linksTo, linkTo } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { freshName, zoneOf } from '../pages/names'
import { Panel } from '../pages/panel'
import { Program, refusal } from '../pages/program'
import { Provision } from '../pages/provision'

interface State {
  clientId: string
  tenant: { id: string; slug: string }
  invites: { email: string; state: string }[]
  steps: { kind: string; state: string }[]
  next: string[]
}

test('a whole customer is made in one go: its owner signs in for the first time, and what had to wait follows by itself', async ({
  admin,
  stranger,
  guest: owner,
  other: colleague,
  world,
  product,
}) => {
  test.setTimeout(150_000)
  const domain = freshName('whole')
  const tenant = freshPlace('whole')
  const workspace = await new Desk(admin).makeWorkspace('whole', { patterns: [`*.${zoneOf(domain)}`] })
  const provision = new Provision(admin)
  const page = await stranger()
  let clientId = ''

  await test.step('what is wrong is told at its field, before anything is made', async () => {
    await provision.open()
    await provision.fill({ ...tenant, domain, people: [{ email: '' }, { email: 'not an address' }] })
    await provision.send()
    const email = provision.person(1).getByLabel('E-mail address')
    await expect(email).toHaveAttribute('aria-invalid', 'true')
    await expect(email).toBeFocused()
    await expect(provision.person(0).getByLabel('E-mail address')).not.toHaveAttribute('aria-invalid')
    await expect(provision.field('Slug')).toHaveValue(tenant.slug)
    await admin.goto(`/admin/tenants?search=${tenant.slug}`)
    await expect(admin.getByText('No tenant matches')).toBeVisible()
  })

  await test.step('the admin names the domain and its people; the pattern finds the workspace', async () => {
    await provision.open()
    const people = [
      { email: owner.email, role: 'Owner' },
      { email: colleague.email, when: 'When the domain is ready' },
      { email: '' },
    ] as const
    await provision.fill({ ...tenant, plan: 'Pro', domain, people: [...people] })
    await provision.send()
    await expect(admin.getByRole('heading', { level: 1, name: tenant.name })).toBeVisible()
    clientId = new URL(admin.url()).searchParams.get('clientId') ?? ''
    await expect(admin.getByText(`${workspace.name}, Pro`)).toBeVisible()
    await expect(admin.getByText(`agent@${tenant.slug}.post.letterhead.dev`)).toBeVisible()
  })

  await test.step('the page says what is active, and whose move the rest is', async () => {
    await expect(provision.step(domain).first()).toContainText('Done')
    await expect(provision.step(owner.email)).toContainText('Done')
    await expect(provision.step(colleague.email)).toContainText('Waits')
    await expect(provision.step(colleague.email)).toContainText(`it waits for ${domain} to be ready`)
    await expect(provision.next).toContainText(`${owner.email} opens the invitation in their mail`)
    await expect(provision.next).toContainText(`DNS records of ${domain}`)
    expect(await linksTo(world, colleague.email, INVITATION), 'not before it is ready').toEqual([])
  })

  await test.step('the owner finds the mail, and comes in for the first time', async () => {
    const link = await linkTo(world, owner.email, INVITATION)
    await page.goto('/local')
    await page
      .getByRole('listitem')
      .filter({ hasText: owner.email })
      .getByRole('link', { name: `invites you to` })
      .click()
    await expect(page.getByText(link)).toBeVisible()
    await accept(page, link, tenant.name, owner.name)
    await expect(page).toHaveURL((url) => url.pathname === `/t/${tenant.slug}/domains`)
  })

  await test.step('the domain is there with its records; published, its chips turn green', async () => {
    await page.getByRole('link', { name: domain, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: domain })).toBeVisible()
    const list = await new Checklist(page).complete()
    for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Not found yet')
    await (await Panel.open(await page.context().newPage())).publishAll(domain)
    for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Found')
    await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
  })

  await test.step('then the colleague’s invitation leaves by itself, and the timeline says so', async () => {
    const said = `Invited ${colleague.email}, as planned for when the domain is ready`
    await expect(page.getByText(said)).toBeVisible({ timeout: 20_000 })
    await expect(provision.step(colleague.email)).toContainText('Done')
    await expect(provision.next).not.toContainText('DNS records')
    const link = await linkTo(world, colleague.email, INVITATION)
    await accept(await stranger(), link, tenant.name, colleague.name)
    const members = await new Members(page, tenant.slug).open()
    await expect(members.entry(owner.email)).toContainText('Owner')
    await expect(members.entry(colleague.email)).toContainText('Member')
    await admin.reload()
    await expect(provision.next).toContainText('Nothing: all of it is in use.')
    await page.goto(`/t/${tenant.slug}/activity?${new URLSearchParams({ search: colleague.email })}`)
    await expect(page.locator('#main ol').getByRole('listitem')).toContainText([
      `${colleague.name} accepted the invitation and joined`,
      `invited ${colleague.email} as member`,
    ])
  })

  await test.step('the same request by a program makes nothing new; another under its id is refused', async () => {
    const keys = new Keys(admin, null)
    const key = `sign-ups ${randomUUID().slice(0, 8)}`
    const program = new Program(product.url, await keys.create(key, ['tenants.create']))
    const request = {
      ...{ clientId, slug: tenant.slug, name: tenant.name, plan: 'pro', domain },
      invite: [
        { email: owner.email, role: 'owner' },
        { email: colleague.email, when: 'domain_ready' },
      ],
    }
    const shown = await program.get<State>(`/admin/provisions/${clientId}`)
    const again = await program.post<State>('/admin/provisions', request)
    expect([again.status, again.body]).toEqual([200, shown.body])
    expect(again.body.tenant.slug).toBe(tenant.slug)
    expect(again.body.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(again.body.invites.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
    for (const { email } of [owner, colleague])
      expect(await linksTo(world, email, INVITATION), 'nobody is invited twice').toHaveLength(1)
    const other = await program.post('/admin/provisions', { ...request, name: 'Another' })
    expect([other.status, other.body]).toEqual([409, refusal('provision_mismatch')])
    const taken = await program.post('/admin/provisions', { ...request, clientId: randomUUID() })
    expect([taken.status, taken.body]).toEqual([409, refusal('tenant_exists')])
    await keys.revoke(key)
  })

  await test.step('what was provisioned stands on the tenant’s page', async () => {
    await admin.goto(`/admin/tenants/${tenant.slug}`)
    const region = admin.getByRole('region', { name: 'Provisioning' })
    await expect(region.getByRole('listitem')).toHaveCount(3)
    await expect(region).toContainText('Provisioned by Ines')
  })
})

test('many customers come from a file: all of it is looked at first, and what is refused is told', async ({
  admin,
  guest,
  world,
  product,
}) => {
  const provision = new Provision(admin)
  const places = ['north', 'south', 'east'].map(freshPlace)
  const [north, south, east] = places as [Place, Place, Place]
  const header = 'client_id,slug,name,plan,domain,owner_email'
  const line = ({ slug, name }: Place, domain = '', email = '') =>
    [`crm-${slug}`, slug, name, 'free', domain, email].join(',')
  // A slug that somebody has is found out when its turn comes: other batches may run at the same time.
  const taken = line({ slug: 'mnexa', name: 'Another Mnexa' }).replace('crm-mnexa', `crm-${randomUUID()}`)
  const good = [line(north, freshName('north'), guest.email), line(south), taken]

  await test.step('one line that cannot be read, and nothing of the file is taken', async () => {
    await provision.open()
    await provision.sendFile([header, ...good, line(east, 'co.uk')])
    await expect(admin.getByText('One line of the file needs another look')).toBeVisible()
    const fault = admin.getByRole('listitem').filter({ hasText: 'line 5, domain' })
    await expect(fault).toContainText('co.uk is shared by many owners')
    for (const { slug } of places) expect(await isThere(slug), slug).toBe(false)
  })

  await test.step('mended, it runs to its end, and the page tells how far it is', async () => {
    await provision.sendFile([header, ...good, line(east)])
    await expect(admin.getByRole('heading', { level: 1, name: 'Provision 4 tenants' })).toBeVisible()
    await expect(admin.getByText('Finished: 3 of 4 are done, 1 refused.')).toBeVisible({ timeout: 30_000 })
    await expect(admin.getByRole('progressbar', { name: 'Progress' })).toHaveJSProperty('position', 1)
    for (const { slug } of places) expect(await isThere(slug), slug).toBe(true)
    await linkTo(world, guest.email, INVITATION)
  })

  await test.step('what was refused says why', async () => {
    await admin.getByRole('link', { name: 'Refused 1' }).click()
    const items = admin.getByRole('region', { name: 'One by one' }).locator('ol').getByRole('listitem')
    await expect(items).toHaveCount(1)
    await expect(items).toContainText('mnexa')
    await expect(items).toContainText('This slug is taken.')
  })

  await test.step('the same file again is the same batch', async () => {
    const batch = new URL(admin.url()).pathname
    await provision.open()
    await provision.sendFile([header, ...good, line(east)], 'again.csv')
    await expect(admin).toHaveURL((url) => url.pathname === batch)
    expect(await linksTo(world, guest.email, INVITATION), 'nobody is invited twice').toHaveLength(1)
  })

  await test.step('a program sees the same on the command line', async () => {
    const keys = new Keys(admin, null)
    const id = new URL(admin.url()).pathname.split('/').at(-1) ?? ''
    const key = `uploads ${randomUUID().slice(0, 8)}`
    const LETTERHEAD_TOKEN = await keys.create(key, ['batches.read'])
    const cli = new CommandLine({ LETTERHEAD_URL: product.url, LETTERHEAD_TOKEN })
    const batch = await cli.json<object>('batches', 'show', id)
    expect(batch).toMatchObject({ label: 'Provision 4 tenants', total: 4, done: 3, refused: 1 })
    cli.discard()
    await keys.revoke(key)
  })

  async function isThere(slug: string) {
    return (await admin.request.get(`/api/v1/admin/tenants/${slug}`)).status() === 200
  }
})

type Place = ReturnType<typeof freshPlace>
