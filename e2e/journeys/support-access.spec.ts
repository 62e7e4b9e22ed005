import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { expect, test } from '../pages/test'

for (const [role, who, title] of [
  ['support', 'Sam', 'Support'],
  ['admin', 'Ines', 'Admin'],
] as const)
  test(`staff (${role}) looks into a tenant for a reason that its owner reads`, async ({
    customer,
    support,
    admin,
    product,
  }) => {
    const staff = role === 'support' ? support : admin
    const reason = `Ticket ${randomUUID().slice(0, 8)}: records do not turn green`
    const name = freshName('looked-at')
    const owned = await (await Checklist.add(customer, 'mnexa', name)).complete()
    const { id } = owned
    const path = `/t/mnexa/domains/${id}`
    await endAccesses(staff, product.url)

    await test.step('found, but not open', async () => {
      await staff.goto(`/support?search=${name}`)
      await expect(staff.getByRole('heading', { level: 2, name: 'Mnexa' })).toBeVisible()
      for (const place of ['/t/mnexa/activity', path]) await expectClosed(staff, place)
      expect((await listOf(staff)).status()).toBe(404)
    })

    const watching = await customer.context().newPage()
    await watching.goto('/t/mnexa/activity')
    await expect(watching.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()

    await test.step('a reason has to be given', async () => {
      await staff.goto(`/support?search=${name}`)
      await staff.getByRole('button', { name: 'Open Mnexa' }).click()
      const dialog = staff.getByRole('dialog', { name: 'Open Mnexa' })
      const field = dialog.getByLabel('Reason')
      await field.fill('a look')
      await dialog.getByRole('button', { name: 'Open for an hour' }).click()
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      expect((await listOf(staff)).status(), 'still closed').toBe(404)
      await field.fill(reason)
      await dialog.getByRole('button', { name: 'Open for an hour' }).click()
      await expect(staff).toHaveURL(/\/t\/mnexa\/domains$/)
    })

    await test.step('the owner’s open page says so without being asked', async () => {
      await expect(row(watching, `because: ${reason}`)).toBeVisible()
      await watching.close()
    })

    await test.step('everything can be read, with the time it ends, and nothing changed', async () => {
      await staff.goto(path)
      const banner = staff.getByRole('complementary', { name: 'Support access' })
      const until = (await banner.locator('time').getAttribute('datetime')) ?? ''
      const minutes = (Date.parse(until) - Date.now()) / 60_000
      expect(minutes).toBeGreaterThan(50)
      expect(minutes).toBeLessThan(61)
      const theirs = new Checklist(staff)
      expect(await theirs.text('DKIM 1', 'value')).toBe(await owned.text('DKIM 1', 'value'))
      const writes = [
        [path, 'Delete domain'],
        ['/t/mnexa/domains', 'Add domain'],
        ['/t/mnexa/keys', 'Create key'],
        ['/t/mnexa/members', 'Invite'],
      ] as const
      for (const [place, verb] of writes) {
        await Promise.all([staff.goto(place), customer.goto(place)])
        const heading = await customer.getByRole('heading', { level: 1 }).innerText()
        await expect(staff.getByRole('heading', { level: 1 })).toHaveText(heading)
        await expect(banner).toContainText('You look at Mnexa as support until')
        await expect(banner).toContainText(`Reason: ${reason}`)
        await expect(offered(customer, verb).first(), `${verb}, the owner`).toBeVisible()
        await expect(offered(staff, verb), `${verb}, staff`).toHaveCount(0)
      }
      const refused = await staff.request.delete(`/api/v1/domains/${id}`, {
        headers: { 'letterhead-tenant': 'mnexa', origin: product.url },
      })
      expect([refused.status(), await refused.json()]).toEqual([
        403,
        { error: expect.objectContaining({ code: 'forbidden' }) as unknown },
      ])
    })

    await test.step('the owner reads at once who was here, why, and what they saw', async () => {
      await customer.goto(`/t/mnexa/activity?search=${encodeURIComponent(reason)}`)
      await expect(row(customer, `opened support access for an hour, because: ${reason}`)).toContainText(
        `${title} ${who}`,
      )
      await customer.goto(`/t/mnexa/activity?actorKind=${role}`)
      for (const what of [`looked at the domain ${name}`, 'looked at the domains of Mnexa'])
        await expect(
          row(customer, what)
            .filter({ hasText: `for: ${reason}` })
            .first(),
        ).toContainText(who)
    })

    await test.step('ended, it is closed again', async () => {
      await staff.goto(path)
      await staff.getByRole('button', { name: 'End access' }).click()
      await expect(staff).toHaveURL(/\/support(\?|$)/)
      for (const place of ['/t/mnexa/activity', path]) await expectClosed(staff, place)
      expect((await listOf(staff)).status()).toBe(404)
      await customer.goto(`/t/mnexa/activity?actorKind=${role}`)
      await expect(customer.getByRole('listitem').first()).toContainText('ended the support access of')
    })
    await Checklist.discard(customer, 'mnexa', id)
  })

const row = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text })

const offered = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))

const listOf = (page: Page) =>
  page.request.get('/api/v1/domains', { headers: { 'letterhead-tenant': 'mnexa' } })

/** Staff is led to the door; nothing of the tenant is seen. */
async function expectClosed(page: Page, place: string) {
  await page.goto(place)
  await expect(page.getByText('You have no open access to mnexa')).toBeVisible()
  await expect(page).toHaveURL(/\/support\?/)
}

/** What an earlier run left open. */
async function endAccesses(page: Page, url: string) {
  const { items } = (await (await page.request.get('/api/v1/admin/access')).json()) as {
    items: { id: string }[]
  }
  for (const { id } of items)
    await page.request.delete(`/api/v1/admin/access/${id}`, { headers: { origin: url } })
}
