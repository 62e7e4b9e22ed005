import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Checklist } from '../pages/checklist'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { Program, refusal } from '../pages/program'
import { expect, test } from '../pages/test'

const NOTICE = 'Somebody asked for what belongs to another organisation'
const hour = () => new Date().toISOString().slice(0, 13).replace('T', ' ')

test('a key that asks for a neighbour’s domain learns nothing, and admins learn of it', async ({
  customer,
  neighbour,
  admin,
  product,
  world,
}) => {
  const name = freshName('wanted')
  const { id } = await Checklist.add(customer, 'mnexa', name)
  const keys = new Keys(neighbour, 'harbor')
  const key = `curious ${randomUUID().slice(0, 8)}`
  const program = new Program(product.url, await keys.create(key, ['domains.read']))
  const began = hour()

  await test.step('the same answer as for what is not there at all', async () => {
    const theirs = await program.get(`/domains/${id}`)
    const nobodys = await program.get(`/domains/${randomUUID()}`)
    for (const { status, body } of [theirs, nobodys])
      expect([status, body]).toEqual([404, refusal('not_found')])
    const without = ({ body }: typeof theirs) => JSON.stringify(body).replace(/"request_id":"[^"]*"/, '')
    expect(without(theirs)).toBe(without(nobodys))
    expect((await program.get('/domains?limit=1')).status, 'its own').toBe(200)
  })

  await test.step('health names the key, both sides and the call, once', async () => {
    const attempt = admin.getByRole('listitem').filter({ hasText: `API key ${key}` })
    await expect(async () => {
      await admin.goto('/admin/health')
      await expect(attempt).toHaveCount(1, { timeout: 1_000 })
    }).toPass()
    await expect(attempt).toContainText('asked for something of')
    await expect(attempt).toContainText('domains.show')
    await expect(attempt).toContainText('through the API')
    await expect(admin.getByRole('alert').filter({ hasText: 'in the last 24 hours asked' })).toBeVisible()
  })

  await test.step('neither side’s activity tells', async () => {
    await neighbour.goto(`/t/harbor/activity?search=${encodeURIComponent(key)}`)
    await expect(neighbour.getByText(`created the API key ${key}`)).toBeVisible()
    await expect(neighbour.getByText('asked for what is another')).toHaveCount(0)
    await customer.goto(`/t/mnexa/activity?search=${encodeURIComponent(name)}`)
    await expect(customer.getByText(`added the domain ${name}`)).toBeVisible()
    await customer.goto(`/t/mnexa/activity?search=${encodeURIComponent(key)}`)
    await expect(customer.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  })

  await test.step('each admin gets one message for the hour, however many attempts', async () => {
    for (const again of [1, 2, 3]) expect((await program.get(`/domains/${id}`)).status, `${again}`).toBe(404)
    const notices = async () =>
      (await world.mail()).filter(({ subject, to }) => subject === NOTICE && to[0] === 'ines@letterhead.dev')
    const hours = async () => {
      const texts = await Promise.all(
        (await notices()).map(async (mail) => (await world.message(mail.id)).text),
      )
      return texts.map((text) => /In the hour from (\S+ \d\d):00 UTC/.exec(text)?.[1])
    }
    // The clock may have struck meanwhile.
    const possible = [began, hour()]
    const isTold = async () => (await hours()).some((told) => told && possible.includes(told))
    await expect.poll(isTold, { timeout: 30_000 }).toBe(true)
    const told = await hours()
    expect(told.length, 'no hour is told twice').toBe(new Set(told).size)
  })
  await keys.revoke(key)
  await Checklist.discard(customer, 'mnexa', id)
})

test('what happened everywhere can be narrowed by an address, and downloaded', async ({
  admin,
  customer,
  support,
}) => {
  const name = freshName('audited')
  const { id } = await Checklist.add(customer, 'mnexa', name)

  await test.step('the filters live in the address', async () => {
    await admin.goto('/admin/audit')
    await admin.getByLabel('Who or what').fill(name)
    await admin.getByLabel('Action').selectOption('domain.added')
    await admin.getByText('More filters').click()
    await admin.getByRole('search').getByLabel('Organisation').fill('mnexa')
    await admin.getByLabel('Done by').selectOption('Owner')
    await admin.getByRole('button', { name: 'Filter' }).click()
    await expect(admin).toHaveURL((url) => {
      const { searchParams: query } = url
      return (
        query.get('search') === name &&
        query.get('action') === 'domain.added' &&
        query.get('tenant') === 'mnexa' &&
        query.get('actorKind') === 'owner'
      )
    })
    const found = admin.getByRole('listitem').filter({ hasText: `added the domain ${name}` })
    await expect(found).toHaveCount(1)
    await expect(found).toContainText('Mnexa (mnexa)')
    await admin.reload()
    await expect(found).toHaveCount(1)
    await expect(admin.getByLabel('Who or what')).toHaveValue(name)
    await expect(admin.getByLabel('Done by')).toHaveValue('owner')
    await admin.goto(admin.url().replace('tenant=mnexa', 'tenant=harbor'))
    await expect(admin.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
    await admin.goBack()
    await expect(found).toHaveCount(1)
  })

  await test.step('the export holds what the filters show', async () => {
    const link = admin.getByRole('link', { name: 'Export CSV' })
    const href = (await link.getAttribute('href')) ?? ''
    const [download] = await Promise.all([admin.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    const [header, ...rows] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(header).toContain('action')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(name)
    expect(rows[0]).toContain('domain.added')
    const refused = await support.request.get(href)
    expect([refused.status(), await refused.json()], 'not for support').toEqual([403, refusal('forbidden')])
  })
  await Checklist.discard(customer, 'mnexa', id)
})
