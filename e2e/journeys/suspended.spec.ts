import { randomUUID } from 'node:crypto'
import { inspect } from '../pages/axe'
import { Desk } from '../pages/desk'
import { expect, test } from '../pages/guests'
import { Keys } from '../pages/keys'
import { INVITATION, linkTo } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { freshName } from '../pages/names'
import { Program, refusal } from '../pages/program'
import { TenantDesk } from '../pages/tenant-desk'

const REFUSED = 'This organisation is suspended: everything can be read, and nothing changed.'

test('a suspended tenant reads everything and changes nothing, until it is reactivated', async ({
  admin,
  stranger,
  guest,
  other,
  world,
  product,
}) => {
  const desk = new Desk(admin)
  const customer = await stranger()
  const workspace = await desk.makeWorkspace('paused')
  const tenant = await desk.makeCustomer('paused', { page: customer, world, ...guest }, { workspace })
  const governed = new TenantDesk(admin, tenant)
  const reason = `Invoice ${randomUUID().slice(0, 8)} has been open for three months.`
  const keys = new Keys(customer, tenant.slug)
  const secret = await keys.create('deploy script', ['domains.read', 'domains.add'])
  const program = new Program(product.url, secret)
  await new Members(customer, tenant.slug).invite(other.email)
  const invited = await linkTo(world, other.email, INVITATION)
  const field = customer.getByLabel('Domain', { exact: true })
  const addDomain = customer.getByRole('button', { name: 'Add domain' })
  const banner = customer.getByRole('complementary', { name: 'Suspension' })
  const wanted = freshName('later')
  const earlier = freshName('earlier')

  await test.step('the customer has a domain, and types the next', async () => {
    await customer.goto(`/t/${tenant.slug}/domains/new`)
    await field.fill(earlier)
    await addDomain.click()
    await expect(customer.getByRole('heading', { level: 1, name: earlier })).toBeVisible()
    await customer.goto(`/t/${tenant.slug}/domains/new`)
    await field.fill(wanted)
    await expect(banner).toHaveCount(0)
  })

  await test.step('an admin suspends the tenant; a reason has to be given', async () => {
    await governed.open()
    const dialog = await governed.askSuspension('unpaid')
    await expect(dialog.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
    await expect(banner).toHaveCount(0)
    await dialog.getByLabel('Reason').fill(reason)
    await dialog.getByRole('button', { name: `Suspend ${tenant.name}` }).click()
    await expect(dialog).toBeHidden()
    await expect(admin.getByText(`Its people read: ${reason}`)).toBeVisible()
    await expect(admin.getByRole('button', { name: 'Reactivate' })).toBeVisible()
  })

  await test.step('the customer’s open page says so by itself, with the reason', async () => {
    await expect(banner).toContainText(`${tenant.name} has been suspended since`)
    await expect(banner).toContainText(reason)
  })

  await test.step('an act is refused in words, and what was typed is kept', async () => {
    await expect(field).toHaveValue(wanted)
    await addDomain.click()
    await expect(customer.getByText(REFUSED)).toBeVisible()
    await expect(field).toHaveValue(wanted)
    await inspect(customer, 'an act of a suspended tenant')
    const refused = await program.post('/domains', { name: wanted })
    expect([refused.status, refused.body]).toEqual([403, refusal('tenant_suspended')])
  })

  await test.step('nobody joins it meanwhile, and the invitation is not spent', async () => {
    const colleague = await stranger()
    await colleague.goto(invited)
    await colleague.getByLabel('Your name').fill(other.name)
    await colleague.getByRole('button', { name: `Join ${tenant.name}` }).click()
    await expect(
      colleague.getByText(`${tenant.name} is suspended, so nobody can join it for now.`),
    ).toBeVisible()
  })

  await test.step('reading goes on, by page and by key', async () => {
    for (const place of ['domains', 'members', 'keys', 'usage', 'activity']) {
      await customer.goto(`/t/${tenant.slug}/${place}`)
      await expect(customer.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(banner).toContainText(reason)
    }
    const listed = await program.get<{ items: { name: string }[] }>('/domains')
    expect([listed.status, listed.body.items.map(({ name }) => name)]).toEqual([200, [earlier]])
  })

  await test.step('the admin finds it among the suspended', async () => {
    await admin.goto(`/admin/tenants?suspended=true&search=${tenant.slug}`)
    await expect(admin.locator(`[data-tenant="${tenant.slug}"]`)).toContainText('Suspended')
    await admin.goto(`/admin/tenants?suspended=false&search=${tenant.slug}`)
    await expect(admin.getByText('No tenant matches')).toBeVisible()
  })

  await test.step('reactivated, acts pass', async () => {
    await customer.goto(`/t/${tenant.slug}/domains/new`)
    await field.fill(wanted)
    await governed.open()
    await admin.getByRole('button', { name: 'Reactivate' }).click()
    await expect(admin.getByRole('button', { name: 'Suspend', exact: true })).toBeVisible()
    await expect(banner).toHaveCount(0)
    await expect(field).toHaveValue(wanted)
    await addDomain.click()
    await expect(customer.getByRole('heading', { level: 1, name: wanted })).toBeVisible()
    expect((await program.post('/domains', { name: freshName('keyed') })).status).toBe(200)
    await accept(await stranger(), invited, tenant.name, other.name)
    await customer.goto(`/t/${tenant.slug}/activity`)
    const trail = customer.getByRole('listitem')
    await expect(trail.filter({ hasText: 'reactivated' }).first()).toBeVisible()
    await expect(trail.filter({ hasText: 'suspended' }).first()).toBeVisible()
  })
})
