import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Browser, type Page } from '@playwright/test'
import { CommandLine } from './command-line'
import type { Installation } from './installation'

interface AnotherAdmin {
  page: Page
  name: string
  /** Off the staff again, by one who stays. */
  leave: (admin: Page) => Promise<void>
}

/** A second admin in a browser of their own, let in by the link that is printed on the server. */
export async function anotherAdmin(browser: Browser, product: Installation): Promise<AnotherAdmin> {
  const tag = randomUUID().slice(0, 8)
  const [email, name] = [`nils-${tag}@letterhead.dev`, `Nils ${tag}`]
  const settings = JSON.parse(readFileSync(join(product.stateDir, 'env.json'), 'utf8')) as Record<
    string,
    string
  >
  const server = new CommandLine(settings)
  const { code, out } = await server.run('admin', 'link', email)
  expect(code).toBe(0)
  server.discard()
  const context = await browser.newContext({ baseURL: product.url })
  const page = await context.newPage()
  await page.goto(out.trim())
  await page.getByRole('button', { name: 'Sign in to Letterhead' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/link'))
  await page.goto('/account')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name })).toBeVisible()
  const leave = async (admin: Page) => {
    await context.close()
    await admin.goto('/admin/staff')
    const person = admin.getByRole('listitem').filter({ hasText: email })
    await person.getByRole('button', { name: /^Remove/ }).click()
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect(person).toHaveCount(0)
  }
  return { page, name, leave }
}
