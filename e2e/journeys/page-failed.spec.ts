import { Database } from '../pages/database'
import { expect, test } from '../pages/test'

test('a page that the server could not draw comes by itself once it can', async ({
  customer: page,
  product,
}) => {
  const failed = page.getByRole('heading', { level: 1, name: 'This page could not be shown' })
  const members = page.getByRole('heading', { level: 1, name: 'Members' })
  await page.goto('/t/mnexa/domains')
  await new Database(product).without('Invite', async () => {
    await page.getByRole('link', { name: 'Members', exact: true }).click()
    await expect(failed).toBeVisible()
    await expect(page.getByRole('link', { name: 'Domains', exact: true }), 'the rest stands').toBeVisible()
  })
  await expect(members).toBeVisible({ timeout: 30_000 })
})
