import { expect, test } from '../pages/guests'
import { INVITATION, linksTo, linkTo, SIGN_IN } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { enter } from '../pages/people'
import { askForLink, ON_ITS_WAY, signInByMail } from '../pages/sign-in'

test('a link by mail signs in once; looking at it spends nothing, and who is nobody gets none', async ({
  customer,
  stranger,
  guest,
  other,
  world,
  product,
  playwright,
}) => {
  const { email, name } = guest
  const page = await stranger()
  await new Members(customer, 'mnexa').invite(email)
  await accept(page, await linkTo(world, email, INVITATION), 'Mnexa', name)

  await test.step('signed out, their pages lead to the sign-in', async () => {
    await page.getByRole('button', { name: name }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL((url) => url.pathname === '/')
    await page.goto('/t/mnexa/members')
    await expect(page).toHaveURL(/\/sign-in$/)
  })

  const link =
    await test.step('the same words for an address that is somebody’s and one that is not', async () => {
      await page.goto('/sign-in?next=/t/mnexa/members')
      await askForLink(page, other.email)
      await expect(page.getByText(ON_ITS_WAY)).toBeVisible()
      const words = await page.getByRole('main').innerText()
      await askForLink(page, email)
      await expect(page.getByRole('button', { name: 'Send link' })).toBeEnabled()
      await expect(page.getByText(ON_ITS_WAY)).toBeVisible()
      expect(await page.getByRole('main').innerText()).toBe(words)
      return linkTo(world, email, SIGN_IN)
    })

  await test.step('a scanner that follows the link, twice, spends nothing', async () => {
    const scanner = await playwright.request.newContext()
    for (const round of [1, 2]) {
      const answer = await scanner.get(link)
      expect(answer.status(), `time ${round}`).toBe(200)
      expect(answer.headers()['set-cookie'] ?? '').not.toContain('session')
    }
    await scanner.dispose()
  })

  await test.step('its button signs in, and leads on to where they wanted to go', async () => {
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in to Letterhead' }).click()
    await expect(page).toHaveURL(/\/t\/mnexa\/members$/)
    await expect(new Members(page, 'mnexa').entry(email)).toContainText('(you)')
  })

  await test.step('a second time it lets nobody in', async () => {
    const late = await stranger()
    await late.goto(link)
    await late.getByRole('button', { name: 'Sign in to Letterhead' }).click()
    await expect(late).toHaveURL(/\/sign-in\?/)
    await expect(late.getByText('This link was used before, or is too old.')).toBeVisible()
    await late.goto('/t/mnexa/domains')
    await expect(late).toHaveURL(/\/sign-in$/)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible()
  })

  await test.step('nor does signing in lead to another site', async () => {
    const late = await stranger()
    await signInByMail(late, world, email, '//evil.example/')
    await expect(late).toHaveURL(`${product.url}/t/mnexa/domains`)
  })

  expect(await linksTo(world, other.email, SIGN_IN), 'mail to who is nobody').toEqual([])
})

test('asking again and again is refused calmly, for that address alone', async ({
  stranger,
  guest,
  other,
}) => {
  const page = await stranger()
  await page.goto('/sign-in')
  const field = page.getByLabel('E-mail address')
  const button = page.getByRole('button', { name: 'Send link' })
  for (const _ of Array.from({ length: 5 })) {
    await askForLink(page, guest.email)
    await expect(button).toBeEnabled()
    await expect(page.getByText(ON_ITS_WAY)).toBeVisible()
  }
  await askForLink(page, guest.email)
  await expect(field).toHaveAccessibleDescription(/That was too often in a short time\./)
  await expect(page.getByText(ON_ITS_WAY)).toHaveCount(0)
  await askForLink(page, other.email)
  await expect(page.getByText(ON_ITS_WAY)).toBeVisible()

  await askForLink(page, 'not an address')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(ON_ITS_WAY)).toHaveCount(0)
})

test('signing in leads on within this site only', async ({ customer, stranger, product }) => {
  const elsewhere = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    'javascript:alert(1)',
  ]
  for (const next of ['/t/mnexa/activity', ...elsewhere])
    await test.step(next, async () => {
      await customer.goto(`/sign-in?${new URLSearchParams({ next })}`)
      const leads = elsewhere.includes(next) ? '/home' : next
      const link = customer.getByRole('link', { name: 'Continue' })
      await expect(link).toHaveAttribute('href', leads)
    })
  await customer.getByRole('link', { name: 'Continue' }).click()
  await expect(customer).toHaveURL(`${product.url}/t/mnexa/domains`)

  await test.step('the one-click doors of local mode still open', async () => {
    const page = await stranger()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Enter as' }).first().click()
    await page.getByRole('button', { name: 'Enter' }).click()
    await expect(page).toHaveURL(/\/t\/mnexa\/domains$/)
    for (const who of ['neighbour', 'support', 'admin'] as const) await enter(page, who)
  })
})
