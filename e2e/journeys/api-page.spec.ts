import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Checklist } from '../pages/checklist'
import { copied } from '../pages/clipboard'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { expect, test } from '../pages/test'

test('signed out, the API can be read and not called', async ({ browser, product }) => {
  const page = await browser.newPage({ baseURL: product.url })
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { level: 1, name: 'The API' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'domains' })).toBeVisible()
  const call = await openCall(page, 'domains.list')
  await expect(call.getByText('domains.read', { exact: true })).toBeVisible()
  await expect(call.getByText('Sign in, or paste a key above, to try it.')).toBeVisible()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await call.getByRole('button', { name: 'Try it' }).click({ force: true })
  await expect(page.getByRole('region', { name: 'Answer of domains.list' })).toHaveCount(0)
  expect(asked.filter((path) => path.startsWith('/api/v1'))).toEqual([])
  await page.close()
})

test('a call is found, tried in place, and copied without a secret', async ({ customer: page }) => {
  const name = freshName('tried')
  const { id } = await Checklist.add(page, 'mnexa', name)
  const keys = new Keys(page, 'mnexa')
  const key = `reader ${randomUUID().slice(0, 8)}`
  const secret = await keys.create(key, ['domains.read'])
  await page.goto('/docs/api')
  const answer = page.getByRole('region', { name: 'Answer of domains.list' })
  const shell = page.getByRole('region', { name: 'domains.list in a shell' })

  await test.step('the filter leaves what it names', async () => {
    const filter = page.getByLabel('Filter')
    await filter.fill('no-such-call')
    await expect(page.getByText('No call matches.')).toBeVisible()
    await filter.fill('keys')
    await expect(page.getByRole('heading', { level: 2, name: 'keys', exact: true })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: 'sending' })).toHaveCount(0)
  })

  const call = await openCall(page, 'domains.list')
  await test.step('as herself, it answers what she has', async () => {
    await call.getByLabel('search (optional)').fill(name)
    await call.getByRole('button', { name: 'Try it' }).click()
    await expect(call.getByText('200 OK', { exact: true })).toBeVisible()
    await expect(answer).toContainText(name)
    await expect(call.getByText('x-request-id')).toBeVisible()
  })

  await test.step('with a key, as the program; the line names the key and does not hold it', async () => {
    await page.getByLabel('API key').fill(secret)
    await call.getByRole('button', { name: 'Try it' }).click()
    await expect(call.getByText(/^"(credential|tenant)";r=/)).toBeVisible()
    await expect(answer).toContainText(name)
    const line = await shell.innerText()
    expect(line).toContain('Authorization: Bearer $LETTERHEAD_')
    expect(line).toContain(`/api/v1/domains?search=${name}`)
    await call.getByRole('button', { name: 'Copy line' }).click()
    await expect.poll(() => copied(page)).toBe(line)
    expect(await copied(page)).not.toContain(secret)
    await page.reload()
    await expect(page.getByLabel('API key'), 'the page forgets it').toHaveValue('')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      secret,
    )
  })

  await test.step('what destroys is asked for first', async () => {
    const danger = await openCall(page, 'domains.delete')
    await danger.getByLabel('id', { exact: true }).fill(randomUUID())
    await danger.getByRole('button', { name: 'Try it' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Keep it as it is' }).click()
    await expect(page.getByRole('region', { name: 'Answer of domains.delete' })).toHaveCount(0)
    await danger.getByRole('button', { name: 'Try it' }).click()
    await dialog.getByRole('button', { name: 'Send it' }).click()
    await expect(page.getByRole('region', { name: 'Answer of domains.delete' })).toContainText('not_found')
  })
  await keys.revoke(key)
  await Checklist.discard(page, 'mnexa', id)
})

/** Narrows the list to one call, and opens its form. */
async function openCall(page: Page, name: string) {
  await page.getByLabel('Filter').fill(name)
  await expect(page.getByRole('status').filter({ hasText: /^1 calls?$/ })).toBeVisible()
  const call = page.getByRole('listitem').filter({ has: page.locator('summary') })
  await call.locator('summary').click()
  await expect(call.getByText(name, { exact: true }).first()).toBeVisible()
  return call
}
