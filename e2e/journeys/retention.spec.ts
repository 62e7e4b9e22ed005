import { Database } from '../pages/database'
import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Policy } from '../pages/policy'
import { Sender } from '../pages/sender'
import { Usage } from '../pages/usage'

const scan = { filename: 'scan.pdf', content: Buffer.alloc(900_000, 'A scan of a letter. ') }

test('the night removes mail whose days are over, as its preview said, and the storage meter falls', async ({
  admin,
  product,
  settle,
}) => {
  const { page: customer, workspace, tenant } = await settle('kept', 'archive')
  const policy = new Policy(admin, workspace)
  const inbox = await Inbox.open(customer, tenant.slug, { localPart: 'agent' })
  const { id, page } = inbox
  const sender = new Sender(product)
  const database = new Database(product)
  const usage = new Usage(await customer.context().newPage(), tenant.slug)
  const deletes = admin.locator('#tonight dt:text-is("Deletes") + dd')

  await test.step('mail of different ages: in the inbox, in trash, and one of today', async () => {
    const to = await inbox.address()
    await sender.deliver({ to, subject: 'Last month', files: [scan] })
    await sender.deliver({ to, subject: 'Thrown away', files: [scan] })
    await sender.deliver({ to, subject: 'Of today' })
    await inbox.read('Thrown away')
    await inbox.message.getByRole('button', { name: 'Move to trash' }).click()
    // The row goes at once, and comes back when the server says no: this says that it is done.
    await expect(page.getByText('1 message moved to trash')).toBeVisible()
    await expect(inbox.row('Thrown away')).toHaveCount(0)
    await page.goto(`/t/${tenant.slug}/inboxes/${id}`)
    await expect(inbox.rows()).toHaveCount(2)
    await database.age(id, 'Last month', 40)
    await database.age(id, 'Thrown away', 10)
    await usage.open()
    await expect(usage.meter('Storage')).toContainText(/2\.\d+ MB of/)
  })

  await test.step('the admin sees what tonight deletes, and what other days would', async () => {
    await policy.open()
    await policy.type('Days that mail is kept', '365')
    await policy.type('Days that trash is kept', '30')
    await policy.save()
    await policy.saved()
    await policy.open()
    await expect(deletes).toHaveText('Nothing')
    const tonight = admin.locator('#tonight')
    await tonight.getByLabel('Days that mail is kept').fill('30')
    await tonight.getByLabel('Days that trash is kept').fill('7')
    await tonight.getByRole('button', { name: 'Show what other days delete' }).click()
    await expect(tonight).toContainText('2 messages')
    await expect(deletes, 'a look changes nothing').toHaveText('Nothing')
  })

  await test.step('with these days saved, tonight is what was shown', async () => {
    await policy.open()
    await policy.type('Days that mail is kept', '30')
    await policy.type('Days that trash is kept', '7')
    await policy.save()
    await policy.saved()
    await policy.open()
    await expect(deletes).toContainText(/2 messages, 2\.\d+ MB of storage, of 1 tenant/)
    await expect(deletes).toContainText('1 in inboxes, 1 in trash')
    await expect(deletes.getByRole('link', { name: tenant.name })).toBeVisible()
  })

  await test.step('the night comes: the open inbox loses what is old, and keeps the rest', async () => {
    await database.begin('messages.retain')
    await expect(inbox.row('Last month')).toHaveCount(0, { timeout: 30_000 })
    await expect(inbox.row('Of today')).toBeVisible()
    await inbox.folder('Trash').click()
    await expect(page.getByText('Trash is empty')).toBeVisible()
  })

  await test.step('storage is free again, and both sides read what happened', async () => {
    await usage.open()
    await expect(usage.meter('Storage')).toContainText(/\d bytes of/)
    await policy.open()
    await expect(deletes).toHaveText('Nothing')
    const told = customer.getByRole('listitem').filter({ hasText: 'as their days were over' })
    await expect(async () => {
      await customer.goto(`/t/${tenant.slug}/activity`)
      await expect(told.first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  })
})
