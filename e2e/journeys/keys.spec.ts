import { randomUUID } from 'node:crypto'
import { Checklist } from '../pages/checklist'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { Program, refusal } from '../pages/program'
import { expect, test } from '../pages/test'

interface Domain {
  id: string
  name: string
}
interface Page<T> {
  items: T[]
}
interface Key {
  id: string
  name: string
}

const freshKey = (word: string) => `${word} ${randomUUID().slice(0, 8)}`

test('a key opens what its scopes say, shows its secret once, and leaves a trace', async ({
  customer: page,
  product,
}) => {
  const keys = new Keys(page, 'mnexa')
  const name = freshKey('deploy')
  const domain = freshName('keyed')
  let secret!: string
  let id!: string
  let program!: Program

  await test.step('its secret is there once', async () => {
    secret = await keys.create(name, ['domains.read', 'domains.add'])
    expect(secret).toMatch(/^lhk_\S{40,}$/)
    await page.reload()
    await expect(page.getByRole('button', { name: 'Create key' })).toBeVisible()
    expect(await page.content()).not.toContain(secret)
    await keys.open()
    await expect(keys.row(name)).toContainText('Not used yet')
    await expect(keys.row(name)).toContainText('domains.read, domains.add')
    expect(await page.content()).not.toContain(secret)
    program = new Program(product.url, secret)
  })

  await test.step('what it may, with the limits that are left', async () => {
    const listed = await program.get<Page<Domain>>('/domains?limit=1')
    expect(listed.status).toBe(200)
    expect(listed.headers.get('ratelimit-policy')).toMatch(/^"credential";q=\d+;w=60, "tenant";q=\d+;w=60$/)
    expect(listed.headers.get('ratelimit')).toMatch(/^"(credential|tenant)";r=\d+;t=\d+$/)
  })

  await test.step('the same POST twice adds one domain, and answers the same', async () => {
    const once = { 'idempotency-key': randomUUID() }
    const add = () => program.post<Domain>('/domains', { name: domain }, once)
    const [first, again] = [await add(), await add()]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(again.body).toEqual(first.body)
    const listed = await program.get<Page<Domain>>(`/domains?search=${domain}`)
    expect(listed.body.items).toHaveLength(1)
    expect(listed.body.items[0]).toMatchObject({ id: first.body.id, name: domain })
    ;({ id } = first.body)
    const other = await program.post('/domains', { name: freshName('other') }, once)
    expect([other.status, other.body]).toEqual([422, refusal('idempotency_mismatch')])
    const without = await program.post('/domains', { name: domain })
    expect([without.status, without.body]).toEqual([409, refusal('domain_exists')])
  })

  await test.step('what it may not, in one shape', async () => {
    const refused = await program.ask('DELETE', `/domains/${id}`)
    expect([refused.status, refused.body]).toEqual([403, refusal('scope_missing')])
    expect(refused.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect((await program.get(`/domains/${id}`)).status, 'it is still there').toBe(200)
    const unknown = await program.get('/nowhere')
    expect([unknown.status, unknown.body]).toEqual([404, refusal('no_such_route')])
    const guessed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A')
    const wrong = await new Program(product.url, guessed).get('/domains')
    expect([wrong.status, wrong.body]).toEqual([401, refusal('not_signed_in')])
  })

  await test.step('who uses it is seen', async () => {
    await keys.open()
    await expect(keys.row(name)).toContainText(/Last used .+ from \S+\./)
    await page.goto(`/t/mnexa/activity?search=${encodeURIComponent(name)}`)
    const added = page.getByRole('listitem').filter({ hasText: `added the domain ${domain}` })
    await expect(added).toHaveCount(1)
    await expect(added).toContainText(`API key ${name}, through the API`)
    await expect(page.getByText(`created the API key ${name}`)).toBeVisible()
  })
  await keys.revoke(name)
  await Checklist.discard(page, 'mnexa', id)
})

test('a new secret beside the old one, the end of the old one, the end of the key', async ({
  customer: page,
  product,
}) => {
  const keys = new Keys(page, 'mnexa')
  const name = freshKey('rotated')
  const first = new Program(product.url, await keys.create(name, ['domains.read']))
  let second!: Program
  const statuses = () =>
    Promise.all([first, second].map(async (program) => (await program.get('/domains?limit=1')).status))

  await test.step('both secrets work for the overlap', async () => {
    await keys.open()
    await page.getByRole('button', { name: `New secret of ${name}` }).click()
    const dialog = page.getByRole('dialog', { name: `New secret for ${name}` })
    await dialog.getByLabel('The secret in use keeps working').selectOption('For an hour')
    await dialog.getByRole('button', { name: 'Make new secret' }).click()
    await expect(dialog.getByText(`The secret of ${name}`)).toBeVisible()
    second = new Program(product.url, await keys.shownSecret())
    await dialog.getByRole('button', { name: 'I have stored it' }).click()
    await expect(keys.row(name)).toContainText('the older secret, until')
    expect(await statuses()).toEqual([200, 200])
  })

  await test.step('the old one ends at once', async () => {
    await page.getByRole('button', { name: `End older secret of ${name}` }).click()
    await page
      .getByRole('dialog', { name: `End the older secret of ${name}` })
      .getByRole('button', { name: 'End older secret' })
      .click()
    await expect(keys.row(name)).not.toContainText('the older secret')
    expect(await statuses()).toEqual([401, 200])
  })

  await test.step('revoked, it is nobody’s', async () => {
    await keys.revoke(name)
    expect(await statuses()).toEqual([401, 401])
    await expect(page.getByRole('button', { name: `Revoke ${name}` })).toHaveCount(0)
  })
})

test('a neighbour finds none of a tenant’s keys, by session or by key', async ({
  customer,
  neighbour,
  product,
}) => {
  const [mine, theirs] = [new Keys(customer, 'mnexa'), new Keys(neighbour, 'harbor')]
  const [name, theirName] = [freshKey('walled'), freshKey('curious')]
  const own = new Program(product.url, await mine.create(name, ['domains.read']))
  const other = new Program(product.url, await theirs.create(theirName, ['domains.read']))

  await test.step('the pages', async () => {
    for (const place of ['/t/mnexa/keys', '/t/mnexa/keys/new']) {
      await neighbour.goto(place)
      await expect(neighbour.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    }
    await theirs.open()
    await expect(neighbour.getByText(name)).toHaveCount(0)
  })

  await test.step('a session, by the key’s id', async () => {
    const listed = await customer.request.get('/api/v1/keys?limit=100', {
      headers: { 'letterhead-tenant': 'mnexa' },
    })
    const { items } = (await listed.json()) as Page<Key>
    const { id } = items.find((key) => key.name === name)!
    for (const tenant of ['mnexa', 'harbor']) {
      const answer = await neighbour.request.get(`/api/v1/keys/${id}`, {
        headers: { 'letterhead-tenant': tenant },
      })
      expect([answer.status(), await answer.json()]).toEqual([404, refusal('not_found')])
    }
    const owned = await customer.request.get(`/api/v1/keys/${id}`, {
      headers: { 'letterhead-tenant': 'mnexa' },
    })
    expect(owned.status(), 'its owner').toBe(200)
  })

  await test.step('a key names the other tenant', async () => {
    const into = (tenant: string) => ({ 'letterhead-tenant': tenant })
    expect((await own.get('/domains?limit=1', into('mnexa'))).status).toBe(200)
    expect((await other.get('/domains?limit=1', into('harbor'))).status).toBe(200)
    const refused = await other.get('/domains?limit=1', into('mnexa'))
    expect([refused.status, refused.body]).toEqual([404, refusal('not_found')])
  })
  await mine.revoke(name)
  await theirs.revoke(theirName)
})
