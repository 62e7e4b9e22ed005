import { randomUUID } from 'node:crypto'
import { CommandLine } from '../pages/command-line'
import { Desk } from '../pages/desk'
import { FindMail } from '../pages/find-mail'
import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Keys } from '../pages/keys'
import { Policy } from '../pages/policy'
import { Program } from '../pages/program'
import { Sender } from '../pages/sender'

interface Diff {
  passedOver: string[]
  onlyInList: { items: { line: number; tenant: string }[] }
  onlyInFleet: { items: { tenant: string }[] }
  differing: { items: { tenant: string; field: string; list: string | null; fleet: string | null }[] }
}

test('an admin opens many inboxes from a file, and holds the platform’s own list against the fleet', async ({
  admin,
  product,
}) => {
  test.setTimeout(120_000)
  const desk = new Desk(admin)
  const workspace = await desk.makeWorkspace('fleet')
  const north = await desk.makeTenant('north', { workspace, plan: 'Pro' })
  const south = await desk.makeTenant('south', { workspace, plan: 'Pro' })
  const unlisted = await desk.makeTenant('unlisted', { workspace })
  const header = 'client_id,tenant,local_part,domain,name'
  const good = [
    `crm-${north.slug},${north.slug},orders,,Orders`,
    `crm-${south.slug},${south.slug},,,`,
    `crm-${south.slug}-2,${south.slug},hello,,`,
  ]
  // Found out when its turn comes: nobody's domain stands in a file's way.
  const foreign = `crm-${north.slug}-2,${north.slug},sales,inbox.of-somebody-else.ai,`
  const send = async (lines: string[], name = 'inboxes.csv') => {
    const buffer = Buffer.from([header, ...lines, ''].join('\r\n'))
    const label = admin.getByLabel('CSV file, or JSON lines')
    await label.setInputFiles({ name, mimeType: 'text/csv', buffer })
    await admin
      .getByRole('region', { name: 'Open many inboxes' })
      .getByRole('button', { name: 'Send file' })
      .click()
  }
  const key = `fleet ${randomUUID().slice(0, 8)}`
  const keys = new Keys(admin, null)
  const LETTERHEAD_TOKEN = await keys.create(key, ['batches.read', 'fleet.read', 'fleet.open'])
  const cli = new CommandLine({ LETTERHEAD_URL: product.url, LETTERHEAD_TOKEN })

  await test.step('one line is wrong: it is told with its place, and nothing is opened', async () => {
    await admin.goto('/admin/batches')
    await send([...good, foreign, `crm-nobody,nobody-${north.slug},,,`])
    await expect(admin.getByText('One line of the file needs another look')).toBeVisible()
    await expect(admin.getByRole('listitem').filter({ hasText: 'line 6, tenant' })).toContainText(
      'There is no organisation of this slug.',
    )
    await expect(admin.getByRole('link', { name: 'Open 5 inboxes' })).toHaveCount(0)
  })

  await test.step('mended, it runs to its end; each inbox has its grant, and what is refused says why', async () => {
    await send([...good, foreign])
    await expect(admin.getByRole('heading', { level: 1, name: 'Open 4 inboxes' })).toBeVisible()
    await expect(admin.getByText('Finished: 3 of 4 are done, 1 refused.')).toBeVisible({ timeout: 30_000 })
    const items = admin.getByRole('region', { name: 'One by one' }).locator('ol').getByRole('listitem')
    const opened = items.filter({ hasText: `orders@${north.slug}.post.letterhead.dev` })
    await expect(opened).toContainText(/, grant [0-9a-f-]{36}/)
    await expect(items.filter({ hasText: `agent@${south.slug}.post.letterhead.dev` })).toContainText('Done')
    await expect(items.filter({ hasText: 'of-somebody-else' })).toContainText('Refused')
  })

  await test.step('the same file again is the same batch', async () => {
    const batch = new URL(admin.url()).pathname
    await admin.goto('/admin/batches')
    await send([...good, foreign], 'again.csv')
    await expect(admin).toHaveURL((url) => url.pathname === batch)
    const { items } = await cli.json<{ items: { inbox: { grantId: string } | null }[] }>(
      ...['batches', 'items', batch.split('/').at(-1) ?? ''],
    )
    expect(items.filter(({ inbox }) => inbox)).toHaveLength(3)
  })

  await test.step('letterhead fleet reconcile shows what only the list has, and what only the fleet has', async () => {
    const table = [
      'tenant,plan,inbox,crm_owner',
      `${north.slug},pro,orders@${north.slug}.post.letterhead.dev,Jo`,
      `${south.slug},enterprise,agent@${south.slug}.post.letterhead.dev,Jo`,
      `gone-${north.slug},free,,Jo`,
    ].join('\n')
    const diff = await cli.json<Diff>('fleet', 'reconcile', '--file', table)
    expect(diff.onlyInList.items).toEqual([{ line: 4, tenant: `gone-${north.slug}` }])
    const standing = diff.onlyInFleet.items.map(({ tenant }) => tenant)
    expect(standing).toContain(unlisted.slug)
    for (const { slug } of [north, south]) expect(standing).not.toContain(slug)
    expect(diff.differing.items).toEqual([
      expect.objectContaining({
        tenant: south.slug,
        field: 'inbox',
        list: null,
        fleet: `hello@${south.slug}.post.letterhead.dev`,
      }),
      expect.objectContaining({ tenant: south.slug, field: 'plan', list: 'enterprise', fleet: 'pro' }),
    ])
    expect(diff.passedOver).toEqual(['crm_owner'])
    const shown = await cli.run('fleet', 'reconcile', '--exit-code', '--file', table)
    expect(shown.code, 'they differ').toBe(3)
    expect(shown.out).toContain(`- gone-${north.slug} (line 4)`)
    expect(shown.out).toContain(`+ ${unlisted.slug} (${unlisted.name}, free, in ${workspace.slug})`)
    expect(shown.out).toContain('Not compared: crm_owner')
  })
  cli.discard()
  await keys.revoke(key)
})

test('free tenants share one address, each by its tag; after an upgrade the tag goes on arriving', async ({
  admin,
  stranger,
  guest,
  world,
  product,
}) => {
  test.setTimeout(120_000)
  const page = await stranger()
  const desk = new Desk(admin)
  const workspace = await desk.makeWorkspace('pooled')
  const policy = await new Policy(admin, workspace).open()
  await policy.page.getByRole('checkbox', { name: 'Tenants of the free plan share one address' }).check()
  await policy.save()
  await policy.saved()
  const tenant = await desk.makeCustomer('pooled', { page, world, ...guest }, { workspace })
  const tag = `inbox+${tenant.slug}@post.letterhead.dev`
  const lost = `inbox+lost-${randomUUID().slice(0, 8)}@post.letterhead.dev`
  const ada = new Sender(product)
  let inbox!: Inbox

  await test.step('its inbox is a tag of the shared address, and takes mail at once', async () => {
    await page.goto(`/t/${tenant.slug}/inboxes`)
    await expect(page.getByText(`Yours is ${tag}`), 'told before it is opened').toBeVisible()
    inbox = await Inbox.open(page, tenant.slug)
    expect(await inbox.address()).toBe(tag)
    await ada.deliver({ to: tag, subject: 'To the tag' })
    await expect(inbox.row('To the tag')).toBeVisible()
  })

  await test.step('mail to a tag that nobody has is kept, by whichever door it comes, and only the admin sees it', async () => {
    const [subject, atDoor] = ['To a tag that nobody has', 'To the same at our door']
    expect((await ada.deliver({ to: lost, subject: atDoor })).said).toContain('stored as stray mail')
    await page.goto('/local/write')
    await page.getByLabel('To', { exact: true }).fill(lost)
    await page.getByLabel('Subject').fill(subject)
    await page.getByRole('button', { name: 'Send letter' }).click()
    await expect(page.getByText('Taken: 250 OK')).toBeVisible()
    await expect(async () => {
      await admin.goto(`/admin/stray?search=${encodeURIComponent(lost)}`)
      for (const name of [atDoor, subject])
        await expect(admin.getByRole('link', { name })).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    await admin.getByRole('link', { name: subject }).click()
    await expect(admin.getByRole('heading', { level: 1 })).toContainText(subject)
    const find = await new FindMail(admin).open()
    await find.look('Recipient', lost, 'Ticket 17: a tag that nobody has')
    await find.found(subject).getByRole('link', { name: 'Open stray mail' }).click()
    await expect(admin.getByRole('heading', { level: 1 })).toContainText(subject)
    await page.goto(`/t/${tenant.slug}/inboxes`)
    await expect(page.locator(`[data-inbox="${tag}"]`)).toContainText('1 unread of 1')
  })

  await test.step('upgraded, it has an address of its own, and its old tag arrives there as well', async () => {
    await admin.goto(`/admin/tenants/${tenant.slug}`)
    await admin.getByRole('button', { name: 'Change plan' }).click()
    const dialog = admin.getByRole('dialog', { name: `Change the plan of ${tenant.name}` })
    await dialog.getByLabel('New plan').selectOption('Pro')
    await dialog.getByRole('button', { name: 'Change to Pro' }).click()
    await expect(dialog).toBeHidden()
    const own = `agent@${tenant.slug}.post.letterhead.dev`
    await expect(page.locator(`[data-inbox="${own}"]`), 'the open list says so').toBeVisible({
      timeout: 20_000,
    })
    await page.locator(`[data-inbox="${own}"]`).getByRole('link').first().click()
    for (const [to, subject] of [
      [own, 'To its own address'],
      [tag, 'To the old tag'],
    ] as const) {
      await ada.deliver({ to, subject })
      await expect(inbox.row(subject)).toBeVisible()
    }
    await expect(inbox.row('To the tag')).toBeVisible()
    await page.getByRole('link', { name: 'Inbox settings' }).click()
    await expect(page.getByText('Also arrives from')).toBeVisible()
    await expect(page.getByText(tag).first()).toBeVisible()
  })

  await test.step('now it may have more: a program that asks three times at once under one client id gets one', async () => {
    const secret = await new Keys(page, tenant.slug).create('deploy', ['inboxes.open'])
    const program = new Program(product.url, secret)
    const clientId = randomUUID()
    const answers = await Promise.all(
      [1, 2, 3].map(() => program.post<{ id: string }>('/inboxes', { localPart: 'deploys', clientId })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })
})
