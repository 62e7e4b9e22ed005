import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommandLine } from '../pages/command-line'
import { Keys } from '../pages/keys'
import { freshName } from '../pages/names'
import { expect, test } from '../pages/test'

interface Domain {
  id: string
  name: string
  state: string
  records: { capability: string; host: string; type: string; value: string; priority: number | null }[]
}

test('a deploy script adds a domain, waits until it is ready, and takes it away', async ({
  customer,
  product,
  world,
}) => {
  test.setTimeout(180_000)
  const keys = new Keys(customer, 'mnexa')
  const key = `script ${randomUUID().slice(0, 8)}`
  const scopes = ['domains.read', 'domains.add', 'domains.delete', 'audit.verify']
  const LETTERHEAD_TOKEN = await keys.create(key, scopes)
  const env = { LETTERHEAD_URL: product.url, LETTERHEAD_TENANT: 'mnexa', LETTERHEAD_TOKEN }
  const cli = new CommandLine(env)
  const name = freshName('scripted')
  let domain!: Domain

  await test.step('adds it, for people and for programs', async () => {
    domain = await cli.json<Domain>('domains', 'add', name)
    expect(domain).toMatchObject({ name, state: expect.stringMatching(/provisioning|pending/) })
    const other = freshName('shown')
    const shown = await cli.run('domains', 'add', other)
    const second = /^id +(\S+)$/im.exec(shown.out)?.[1] ?? ''
    expect(shown.code).toBe(0)
    expect(shown.out).toMatch(new RegExp(`^name +${other.replaceAll('.', '\\.')}$`, 'im'))
    expect(() => JSON.parse(shown.out) as unknown).toThrow()
    const list = await cli.run('domains', 'list')
    expect(list.code).toBe(0)
    const [heading, ...rows] = list.out.trim().split('\n')
    expect(heading).toMatch(/^id +name +state/i)
    expect(rows.filter((row) => row.includes(` ${name} `) || row.includes(` ${other} `))).toHaveLength(2)
    await customer.goto('/t/mnexa/domains')
    await expect(customer.getByRole('link', { name, exact: true })).toBeVisible()
    expect((await cli.run('domains', 'delete', second, '--yes')).code).toBe(0)
  })

  await test.step('watches it turn ready while its records are published', async () => {
    const watching = cli.start('domains', 'watch', name, '--timeout', '120')
    const show = () => cli.json<Domain>('domains', 'show', domain.id)
    await expect.poll(async () => (await show()).records.length, { timeout: 20_000 }).toBe(7)
    const records = (await show()).records.filter(({ capability }) => capability === 'send')
    expect(records).toHaveLength(5)
    await expect.poll(() => watching.said.out).toContain('not found yet')
    for (const { host, type, value, priority } of records)
      await world.publish({ name: host, type, value, ...(priority !== null && { priority }) })
    const { code, out, err } = await watching.ended
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/DKIM 1 +not found yet -> found/)
    expect(out.trim().split('\n').at(-1)).toContain(`${name} is ready`)
    expect((await show()).state).toBe('ready')
  })

  await test.step('its exit codes tell kinds of trouble apart', async () => {
    const trouble = async (code: number, about: string, ...args: string[]) => {
      const { err, out, ...ended } = await cli.run(...args, '--json')
      expect([ended.code, out], args.join(' ')).toEqual([code, ''])
      expect((JSON.parse(err) as { error: { code: string } }).error.code).toBe(about)
    }
    await trouble(2, 'domain_public_suffix', 'domains', 'add', 'co.uk')
    await trouble(2, 'usage', 'domains', 'paint')
    await trouble(3, 'domain_exists', 'domains', 'add', name)
    await trouble(4, 'scope_missing', 'domains', 'check', domain.id)
    await trouble(5, 'not_found', 'domains', 'show', randomUUID())
    await trouble(5, 'not_found', 'domains', 'list', '--tenant', 'harbor')
    const unknown = new CommandLine({ ...env, LETTERHEAD_TOKEN: `lhk_${'x'.repeat(43)}` })
    expect((await unknown.run('domains', 'list')).code).toBe(4)
    unknown.discard()
    const said = await cli.run('domains', 'show', randomUUID())
    expect(said.err).toContain('There is nothing here under this address.')
    expect(said.out).toBe('')
  })

  await test.step('asks before it destroys', async () => {
    const asked = await cli.run('domains', 'delete', domain.id)
    expect(asked.code).toBe(2)
    expect(asked.err).toContain('--yes')
    expect((await cli.run('domains', 'show', domain.id)).code, 'still there').toBe(0)
    expect((await cli.run('domains', 'delete', domain.id, '--yes')).code).toBe(0)
    const shown = async () => (await cli.run('domains', 'show', domain.id)).code
    await expect.poll(shown, { timeout: 45_000 }).toBe(5)
  })

  await test.step('finds the trail whole, and completes words', async () => {
    expect(await cli.json('audit', 'verify')).toMatchObject({ ok: true, firstFault: null })
    const script = await cli.run('completion', 'bash')
    expect([script.code, script.err]).toEqual([0, ''])
    expect(script.out).toContain('complete -o default -F _letterhead letterhead')
    expect(script.out).toMatch(/'domains'\) words='add /)
  })
  cli.discard()
  await keys.revoke(key)
})

test('a person signs a command line in by saying yes in the browser, and out again', async ({
  customer,
  product,
}) => {
  const cli = new CommandLine({ LETTERHEAD_URL: product.url })
  expect((await cli.run('whoami')).code, 'nobody yet').toBe(4)

  await test.step('declined, it stays out', async () => {
    const login = cli.start('login')
    await customer.goto(await addressOf(login))
    await customer.getByRole('button', { name: 'Decline' }).click()
    await expect(customer.getByText('was not let in')).toBeVisible()
    expect((await login.ended).code).toBe(4)
    expect((await cli.run('whoami')).code).toBe(4)
  })

  await test.step('approved, it is the person', async () => {
    const login = cli.start('login')
    await customer.goto(await addressOf(login))
    const code = /code (\S+)/.exec(login.said.err)?.[1] ?? ''
    await expect(customer.getByText(code, { exact: true })).toBeVisible()
    await customer.getByRole('button', { name: 'Approve' }).click()
    await expect(customer.getByText('is signed in. You can close this page.')).toBeVisible()
    const { code: exit, out } = await login.ended
    expect([exit, out]).toEqual([0, expect.stringContaining('<ada@mnexa.ai>')])
    const who = await cli.run('whoami')
    expect(who.out).toContain(`Signed in at ${product.url} as Ada`)
    expect(who.out).toContain('mnexa (owner)')
    const list = await cli.run('domains', 'list', '--tenant', 'mnexa')
    expect([list.code, list.out]).toEqual([0, expect.stringMatching(/^id +name/i)])
    expect((await cli.run('domains', 'list', '--tenant', 'harbor')).code, 'not a neighbour’s').toBe(5)
  })

  await test.step('signed out, its session is over', async () => {
    const out = await cli.run('logout')
    expect([out.code, out.err]).toEqual([0, expect.stringContaining(`Signed out of ${product.url}`)])
    expect((await cli.run('whoami')).code).toBe(4)
  })
  cli.discard()
})

test('on the server, a link is printed that makes its opener an admin', async ({
  admin,
  browser,
  product,
}) => {
  const email = `root-${randomUUID().slice(0, 8)}@letterhead.dev`
  const settings = JSON.parse(readFileSync(join(product.stateDir, 'env.json'), 'utf8')) as Record<
    string,
    string
  >
  const elsewhere = new CommandLine()
  const refused = await elsewhere.run('admin', 'link', email)
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('This runs on the server')])
  elsewhere.discard()

  const server = new CommandLine(settings)
  const { code, out, err } = await server.run('admin', 'link', email)
  expect([code, err]).toEqual([0, expect.stringContaining('It works once')])
  server.discard()
  const link = out.trim()
  expect(new URL(link).origin).toBe(product.url)

  const context = await browser.newContext({ baseURL: product.url })
  const page = await context.newPage()
  await test.step('it signs in once', async () => {
    await page.goto(link)
    await page.getByRole('button', { name: 'Sign in to Letterhead' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/link'))
    await page.goto('/admin')
    await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible()
    const second = await (await browser.newContext({ baseURL: product.url })).newPage()
    await second.goto(link)
    await second.getByRole('button', { name: 'Sign in to Letterhead' }).click()
    await expect(second.getByText('used before, or is too old')).toBeVisible()
    await second.context().close()
  })

  await test.step('whoever is taken off the staff is out at once', async () => {
    await admin.goto('/admin/staff')
    const person = admin.getByRole('listitem').filter({ hasText: email })
    await person.getByRole('button', { name: /^Remove/ }).click()
    await admin
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .click()
    await expect(person).toHaveCount(0)
    await page.goto('/admin')
    await expect(page.getByRole('heading', { level: 1, name: 'Administration' })).toHaveCount(0)
    await admin.goto('/admin')
    await expect(admin.getByRole('heading', { level: 1, name: 'Administration' })).toBeVisible()
  })
  await context.close()
})

/** Where `letterhead login` sends its person. */
async function addressOf({ said }: { said: { err: string } }): Promise<string> {
  await expect.poll(() => said.err).toMatch(/code \S+\n/)
  return /^Open (\S+)$/m.exec(said.err)?.[1] ?? ''
}
