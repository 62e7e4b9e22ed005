import { expect, test, type Browser, type Page } from '@playwright/test'
import { enter } from '../pages/people'
import { IDENTITY_CLIENT, startIdentityServer, type IdentityServer } from '../support/identity-server'
import { LocalProduct } from '../support/local-product'

/** Sign-in with another provider, against one on loopback that checks what a provider checks. */
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let provider: IdentityServer
let product: LocalProduct
let url: string
test.beforeAll(async () => {
  provider = await startIdentityServer()
  const { id, secret } = IDENTITY_CLIENT
  product = new LocalProduct({
    ...{ GOOGLE_CLIENT_ID: id, GOOGLE_CLIENT_SECRET: secret, GOOGLE_ISSUER: provider.url },
    ...{ GITHUB_CLIENT_ID: id, GITHUB_CLIENT_SECRET: secret, GITHUB_URL: provider.url },
  })
  ;({ url } = await product.start('pipe'))
})
test.afterAll(async () => {
  await product.discard()
  await provider.stop()
})

for (const [name, sub] of [
  ['Google', '1001'],
  ['GitHub', '2001'],
] as const) {
  const ada = { sub, email: 'ada@mnexa.ai', verified: true }

  test(`${name}: whoever connected it signs in with it, and nobody by an equal address`, async ({
    browser,
  }) => {
    await test.step('she connects it herself', async () => {
      provider.be(ada)
      const page = await stranger(browser)
      await enter(page, 'customer')
      await page.goto('/account')
      await page.getByRole('button', { name: `Connect ${name}`, exact: true }).click()
      await expect(page.getByRole('button', { name: `Disconnect ${name}` })).toBeVisible()
      await expect(page.getByRole('button', { name: `Connect ${name}`, exact: true })).toHaveCount(0)
      await page.context().close()
    })

    await test.step('it signs her in', async () => {
      const page = await stranger(browser)
      await signInWith(page, name)
      await expect(page).toHaveURL(/\/t\/mnexa\/domains$/)
      await page.context().close()
    })

    await test.step('another account with her address does not', async () => {
      provider.be({ ...ada, sub: `${sub}9` })
      const page = await stranger(browser)
      await signInWith(page, name)
      await expect(page.getByText('This account is not connected to anybody here.')).toBeVisible()
      await expectSignedOut(page)
      await page.context().close()
    })

    await test.step('nor her own while its address is not confirmed', async () => {
      provider.be({ ...ada, verified: false })
      const page = await stranger(browser)
      await signInWith(page, name)
      await expect(page.getByText('has not confirmed the e-mail address of this account')).toBeVisible()
      await expectSignedOut(page)
      await page.context().close()
    })

    await test.step('somebody else who is signed in cannot take it', async () => {
      provider.be(ada)
      const page = await stranger(browser)
      await enter(page, 'neighbour')
      await page.goto('/account')
      await page.getByRole('button', { name: `Connect ${name}`, exact: true }).click()
      await expect(page.getByText('This account is connected to somebody else here.')).toBeVisible()
      await expect(page.getByRole('button', { name: `Connect ${name}`, exact: true })).toBeVisible()
      await page.goto('/home')
      await expect(page, 'still who they were').toHaveURL(/\/t\/harbor\/domains$/)
      await page.context().close()
    })

    await test.step('disconnected, it opens nothing, for all its equal address', async () => {
      const page = await stranger(browser)
      await signInWith(page, name)
      await expect(page).toHaveURL(/\/t\/mnexa\/domains$/)
      await page.goto('/account')
      await page.getByRole('button', { name: `Disconnect ${name}` }).click()
      await expect(page.getByRole('button', { name: `Connect ${name}`, exact: true })).toBeVisible()
      const again = await stranger(browser)
      await signInWith(again, name)
      await expect(again.getByText('This account is not connected to anybody here.')).toBeVisible()
      await again.context().close()
      await page.context().close()
    })
  })
}

const stranger = async (browser: Browser) => (await browser.newContext({ baseURL: url })).newPage()

async function signInWith(page: Page, name: string) {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in with ${name}` }).click()
}

async function expectSignedOut(page: Page) {
  await page.goto('/t/mnexa/domains')
  await expect(page).toHaveURL(/\/sign-in/)
}
