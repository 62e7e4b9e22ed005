import type { Page } from '@playwright/test'
import { inspect } from '../pages/axe'
import { expect, test } from '../pages/guests'
import { INVITATION, linkTo } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { signInByMail } from '../pages/sign-in'

interface Login {
  device_code: string
  user_code: string
  verification_uri_complete: string
}

test('somebody sees everywhere they are signed in, ends one of them, then all', async ({
  customer,
  stranger,
  guest,
  world,
  playwright,
  product,
}) => {
  test.setTimeout(180_000)
  const { email, name } = guest
  const [here, there] = [await stranger(), await stranger()]
  const machine = await playwright.request.newContext({ baseURL: product.url })
  // As long as one may be, and without a space to break it at.
  const label = name.replaceAll(' ', '-').padEnd(80, '-laptop')
  const sessions = here.getByRole('region', { name: 'Signed in' }).getByRole('listitem')
  let token = ''
  const asCommandLine = () =>
    machine.get('/api/v1/me/sessions', { headers: { authorization: `Bearer ${token}` } })

  await test.step('two browsers: one by the invitation, one by a link', async () => {
    await new Members(customer, 'mnexa').invite(email)
    await accept(here, await linkTo(world, email, INVITATION), 'Mnexa', name)
    await signInByMail(there, world, email)
  })

  await test.step('and a command line, once its person says yes in the browser', async () => {
    const started = await machine.post('/api/cli/start', { data: { label } })
    const login = (await started.json()) as Login
    const collect = () => machine.post('/api/cli/token', { data: { device_code: login.device_code } })
    const early = await collect()
    expect([early.status(), await early.json()]).toEqual([
      409,
      { error: expect.objectContaining({ code: 'device_pending' }) as unknown },
    ])
    await here.goto(login.verification_uri_complete)
    await expect(here.getByText(login.user_code, { exact: true })).toBeVisible()
    await expect(here.getByText(label, { exact: true })).toBeVisible()
    await here.getByRole('button', { name: 'Approve' }).click()
    await expect(here.getByText(`The command line on ${label} is signed in.`)).toBeVisible()
    await inspect(here, 'a command line that was let in')
    const given = await collect()
    token = ((await given.json()) as { token: string }).token
    expect((await asCommandLine()).status()).toBe(200)
    expect((await collect()).status(), 'a second time').toBe(410)
  })

  await test.step('the account lists all three', async () => {
    await here.goto('/account')
    await expect(sessions).toHaveCount(3)
    await expect(sessions.filter({ hasText: 'this browser' })).toHaveCount(1)
    await expect(sessions.filter({ hasText: `Command line on ${label}` })).toHaveCount(1)
    await inspect(here, 'three sessions')
  })

  await test.step('ending one signs exactly that one out: the page it has open leaves by itself', async () => {
    await expectHome(there)
    const another = sessions.filter({ hasNotText: /this browser|Command line/ })
    await another.getByRole('button', { name: /^Sign out/ }).click()
    await expect(sessions).toHaveCount(2)
    await expect(there).toHaveURL(/\/sign-in$/, { timeout: 25_000 })
    expect((await asCommandLine()).status()).toBe(200)
    await here.reload()
    await expect(sessions).toHaveCount(2)
  })

  await test.step('“Sign out everywhere” asks first, then ends them all', async () => {
    await signInByMail(there, world, email)
    await expectHome(there)
    await here.getByRole('button', { name: 'Sign out everywhere' }).click()
    const dialog = here.getByRole('dialog', { name: 'Sign out everywhere' })
    await dialog.getByRole('button', { name: 'Stay signed in' }).click()
    await here.reload()
    await expect(sessions).toHaveCount(3)
    await here.getByRole('button', { name: 'Sign out everywhere' }).click()
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
    await expect(here).toHaveURL(/\/sign-in/)
    const refused = await asCommandLine()
    expect([refused.status(), await refused.json()]).toEqual([
      401,
      { error: expect.objectContaining({ code: 'not_signed_in' }) as unknown },
    ])
    await expect(there, 'by itself').toHaveURL(/\/sign-in$/, { timeout: 25_000 })
  })

  await test.step('the owner’s own sessions are no part of it', async () => {
    await customer.reload()
    await expect(customer.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible()
  })
  await machine.dispose()
})

/** A page of a tenant, whose stream of changes stands. */
async function expectHome(page: Page) {
  const stream = page.waitForResponse((answer) => answer.url().includes('/api/live'))
  await page.goto('/t/mnexa/domains')
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
  expect((await stream).status()).toBe(200)
}
