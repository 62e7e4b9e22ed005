import type { Page, Request } from '@playwright/test'
import { Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { expect, test } from '../pages/test'

const refusal = (code: string) => ({ error: expect.objectContaining({ code }) as unknown })

test('a neighbour finds nothing at another tenant’s addresses; its owner does', async ({
  customer,
  neighbour,
  product,
  browser,
}) => {
  const list = await (await Checklist.add(customer, 'mnexa', freshName('walls'))).complete()
  const path = `/t/mnexa/domains/${list.id}`
  const places = [
    path,
    '/t/mnexa/domains',
    '/t/mnexa/domains/new',
    '/t/mnexa/activity',
    `/t/harbor/domains/${list.id}`,
  ]
  for (const place of places)
    await test.step(place, async () => {
      await neighbour.goto(place)
      await expect(neighbour.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
      await expect(neighbour.getByText('walls')).toHaveCount(0)
    })
  const owned = await customer.goto(path)
  expect(owned?.status()).toBe(200)
  await expect(customer.getByRole('heading', { level: 1 })).toContainText('walls')

  for (const place of [
    '/t/nobody/domains',
    '/t/mnexa/domains/not-an-id',
    '/t/mnexa/domains/0198c0de-0000-7000-8000-000000000000',
  ]) {
    await customer.goto(place)
    await expect(customer.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }
  for (const desk of ['/support', '/admin']) {
    await customer.goto(desk)
    await expect(customer.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  }

  const stranger = await browser.newPage({ baseURL: product.url })
  for (const place of [path, '/t/mnexa/domains/new', '/support', '/admin']) {
    await stranger.goto(place)
    await expect(stranger).toHaveURL(/\/sign-in$/)
    await expect(stranger.getByText('walls')).toHaveCount(0)
  }
  await stranger.close()
})

test('staff finds its desk, and support not the administration’s', async ({ support, admin }) => {
  await support.goto('/support')
  await expect(support.getByRole('heading', { level: 1, name: 'Tenants' })).toBeVisible()
  await support.goto('/admin')
  await expect(support.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  for (const place of ['/admin', '/support']) {
    await admin.goto(place)
    await expect(admin.getByRole('heading', { level: 1 })).toHaveText(/Administration|Tenants/)
  }
})

test('the API answers a neighbour not_found, and the owner the domain', async ({
  customer,
  neighbour,
  product,
  playwright,
}) => {
  const list = await (await Checklist.add(customer, 'mnexa', freshName('api'))).complete()
  const [mine, theirs] = [customer.request, neighbour.request]
  const nobody = await playwright.request.newContext({ baseURL: product.url })
  const origin = { origin: product.url }
  const calls: ['GET' | 'POST', string][] = [
    ['GET', `/api/v1/domains/${list.id}`],
    ['POST', `/api/v1/domains/${list.id}/watch`],
    ['GET', '/api/v1/domains'],
  ]
  for (const [method, path] of calls)
    await test.step(`${method} ${path}`, async () => {
      const ask = (who: typeof mine, tenant: string) =>
        who.fetch(path, { method, headers: { ...origin, 'letterhead-tenant': tenant } })
      expect((await ask(mine, 'mnexa')).status(), 'the owner').toBe(200)
      const stranger = await ask(theirs, 'mnexa')
      expect([stranger.status(), await stranger.json()], 'by the other slug').toEqual([
        404,
        refusal('not_found'),
      ])
      const own = await ask(theirs, 'harbor')
      if (path.includes(list.id))
        expect([own.status(), await own.json()]).toEqual([404, refusal('not_found')])
      else expect(JSON.stringify(await own.json()), 'a list of one’s own').not.toContain(list.id)
      const unsigned = await ask(nobody, 'mnexa')
      expect([unsigned.status(), await unsigned.json()]).toEqual([401, refusal('not_signed_in')])
    })

  await test.step('sends of a neighbour’s domain are not there', async () => {
    const sends = `/api/v1/domains/${list.id}/sends`
    expect((await mine.get(sends, { headers: { 'letterhead-tenant': 'mnexa' } })).status()).toBe(200)
    const answer = await theirs.get(sends, { headers: { 'letterhead-tenant': 'harbor' } })
    expect(JSON.stringify(await answer.json())).not.toContain(list.id)
  })

  await test.step('the stream of changes is for members', async () => {
    expect((await theirs.get('/api/live?tenant=mnexa')).status()).toBe(404)
    expect((await nobody.get('/api/live?tenant=mnexa')).status()).toBe(404)
  })

  await test.step('another site’s form is refused, whatever cookie comes along', async () => {
    const watch = `/api/v1/domains/${list.id}/watch`
    const tenant = { 'letterhead-tenant': 'mnexa' }
    const from: [string, Record<string, string>, number][] = [
      ['its origin', { origin: 'https://evil.example' }, 403],
      ['its fetch metadata', { 'sec-fetch-site': 'cross-site', ...origin }, 403],
      ['no origin at all', {}, 403],
      ['our own page', origin, 200],
    ]
    for (const [what, headers, status] of from)
      expect((await mine.post(watch, { headers: { ...tenant, ...headers } })).status(), what).toBe(status)
  })
  await nobody.dispose()
})

test('a captured action, replayed by others or with a caller of its own, changes nothing', async ({
  customer,
  neighbour,
  product,
  playwright,
}) => {
  const name = freshName('forged')
  const list = await (await Checklist.add(customer, 'mnexa', name)).complete()
  const remove = await captureDelete(customer, name)
  const tenantId = '0198c0de-0000-7000-8000-000000000000'
  const forgedCallers = [
    { kind: 'worker', tenantId },
    { kind: 'owner', tenantId, tenantSlug: 'mnexa', userId: tenantId, email: 'ada@mnexa.ai', name: 'Ada' },
    { kind: 'admin', userId: tenantId },
  ]
  const args = JSON.parse(remove.postData() ?? '[]') as unknown[]
  expect(args, 'the arguments are the tenant and the input').toEqual(['mnexa', { id: list.id }])
  const bodies = [
    args,
    ...forgedCallers.flatMap((caller) => [
      [...args, caller],
      [caller, ...args],
      [caller, { id: list.id }],
    ]),
    ['harbor', { id: list.id }],
    ['mnexa', { id: list.id, caller: forgedCallers[0], tenantId }],
    [{ slug: 'mnexa', caller: forgedCallers[0] }, { id: list.id }],
  ]
  const nobody = await playwright.request.newContext({ baseURL: product.url })
  const state = () => stateOf(customer, list.id)
  expect(await state()).not.toBe('deleting')
  for (const [who, door] of [
    ['a neighbour', neighbour.request],
    ['nobody', nobody],
  ] as const)
    for (const body of bodies)
      await test.step(`${who}: ${JSON.stringify(body)}`, async () => {
        const answer = await door.post(remove.url(), {
          headers: headersOf(remove, product.url),
          data: JSON.stringify(body),
        })
        expect(await answer.text()).not.toContain('"ok":true')
        expect(await state(), 'nothing happened').not.toMatch(/deleting|gone/)
      })

  await test.step('from another site it is not even run', async () => {
    const headers = { ...headersOf(remove, product.url), origin: 'https://evil.example' }
    const answer = await customer.request.post(remove.url(), { headers, data: JSON.stringify(args) })
    expect(await answer.text()).not.toContain('"ok":true')
    expect(await state()).not.toMatch(/deleting|gone/)
  })

  await test.step('the same request of its owner does what it says', async () => {
    const answer = await customer.request.post(remove.url(), {
      headers: headersOf(remove, product.url),
      data: JSON.stringify(args),
    })
    expect(await answer.text()).toContain('"ok":true')
    await expect.poll(state).toMatch(/deleting|gone/)
  })
  await nobody.dispose()
})

/** Presses Delete in the real page, but keeps the request that leaves from arriving. */
async function captureDelete(page: Page, name: string): Promise<Request> {
  await page.route('**/t/mnexa/domains/**', (route) =>
    route.request().headers()['next-action'] ? route.abort() : route.fallback(),
  )
  await page.getByRole('button', { name: 'Delete domain' }).click()
  await page.getByLabel(`Type ${name} to confirm`).fill(name)
  const leaving = page.waitForRequest((request) => request.headers()['next-action'] !== undefined)
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  const request = await leaving
  await expect(page.getByText('We could not reach the server')).toBeVisible()
  await page.unrouteAll()
  return request
}

function headersOf(request: Request, origin: string): Record<string, string> {
  const {
    'next-action': action = '',
    'next-router-state-tree': tree = '',
    'content-type': type = '',
  } = request.headers()
  return {
    'next-action': action,
    'next-router-state-tree': tree,
    'content-type': type,
    accept: 'text/x-component',
    origin,
  }
}

async function stateOf(page: Page, id: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/domains/${id}`, {
    headers: { 'letterhead-tenant': 'mnexa' },
  })
  return answer.status() === 404 ? 'gone' : ((await answer.json()) as { state: string }).state
}
