import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Policy } from '../pages/policy'
import { compose, Sender } from '../pages/sender'
import { Usage } from '../pages/usage'

const FROM = 'ada@outside.example'
/** Three quarters of its size as a message: 1.25 MB. */
const scan = { filename: 'scan.pdf', content: Buffer.alloc(912_000, 'A scan of a letter. ') }

test('storage fills and is freed: told before and when it is full, refused at the door, held behind the mail network', async ({
  admin,
  guest,
  world,
  product,
  settle,
}) => {
  const { page: customer, workspace, tenant } = await settle('small', 'filled')
  const policy = new Policy(admin, workspace)
  const inbox = await Inbox.open(customer, tenant.slug, { localPart: 'agent' })
  const { id } = inbox
  const to = await inbox.address()
  const place = `/t/${tenant.slug}/inboxes/${id}`
  const sender = new Sender(product, `Ada Outside <${FROM}>`)
  const usage = new Usage(await customer.context().newPage(), tenant.slug)
  const storage = usage.meter('Storage')
  const notices = async () =>
    (await world.mail()).filter((mail) => mail.to.includes(guest.email)).map(({ subject }) => subject)
  const near = `${tenant.name} is close to a limit: storage`
  const full = `${tenant.name} has reached a limit: storage`

  await test.step('the workspace gives three megabytes', async () => {
    await policy.open()
    await policy.type('Storage', '3 MB')
    await policy.save()
    await policy.saved()
  })

  await test.step('two large letters come in, and owners are told before it is full', async () => {
    await sender.deliver({ to, subject: 'The first', files: [scan] })
    await usage.open()
    await expect(storage).not.toContainText('Almost all used')
    await sender.deliver({ to, subject: 'The second', files: [scan] })
    await expect.poll(notices, { timeout: 20_000 }).toContain(near)
    expect(await notices()).not.toContain(full)
    await usage.open()
    await expect(storage).toContainText('Almost all used')
    await expect(storage).toContainText(/2\.\d+ MB of 3 MB/)
  })

  await test.step('the third is told at the door to come again later, and owners that it is full', async () => {
    const third = await sender.write({ to, subject: 'The third', files: [scan] })
    expect(third.accepted).toBe(false)
    expect(third.said).toContain('452 4.2.2 The mailbox is full. Try again later.')
    await expect.poll(notices, { timeout: 20_000 }).toContain(full)
  })

  await test.step('through the mail network, which took it already, it lies in quarantine with the reason', async () => {
    const { raw } = await compose({ from: FROM, to, subject: 'The fourth', files: [scan] })
    await world.bring({ from: FROM, to, raw })
    await customer.goto(`${place}?folder=quarantine`)
    await expect(inbox.row('The fourth', 'Quarantine')).toBeVisible({ timeout: 20_000 })
    const message = await inbox.read('The fourth', 'Quarantine')
    await expect(message).toContainText('Why this is held in quarantine')
    await expect(message.locator('[data-reason=storage_full]')).toContainText(/of storage were left/)
    await expect(inbox.folder('Quarantine')).toContainText('1')
  })

  await test.step('it cannot be let in while there is no room, and says so', async () => {
    await release(inbox)
    await expect(customer.getByRole('status').filter({ hasText: /3 MB/ })).toBeVisible()
    await expect(inbox.folder('Quarantine')).toContainText('1')
  })

  await test.step('what is deleted from trash gives its room back', async () => {
    await inbox.folder('Inbox').click()
    await inbox.read('The first')
    await inbox.message.getByRole('button', { name: 'Move to trash' }).click()
    await expect(inbox.row('The first')).toHaveCount(0)
    await usage.open()
    await expect(storage, 'trash takes room as well').toContainText(/2\.\d+ MB of 3 MB/)
    await inbox.folder('Trash').click()
    await inbox.read('The first', 'Trash')
    await inbox.message.getByRole('button', { name: 'Delete for good' }).click()
    const dialog = customer.getByRole('dialog', { name: 'Delete 1 message for good' })
    await dialog.getByRole('button', { name: 'Delete 1 message for good' }).click()
    await expect(dialog).toBeHidden()
    await usage.open()
    await expect(storage).toContainText(/1\.\d+ MB of 3 MB/)
  })

  await test.step('the next letter comes in, and the held one is released', async () => {
    await sender.deliver({ to, subject: 'The fifth' })
    await customer.goto(place)
    await expect(inbox.row('The fifth')).toBeVisible()
    await inbox.folder('Quarantine').click()
    await inbox.read('The fourth', 'Quarantine')
    await release(inbox)
    await expect(inbox.folder('Quarantine')).not.toContainText('1')
    await inbox.folder('Inbox').click()
    await expect(inbox.row('The fourth')).toBeVisible()
    await usage.open()
    await expect(storage).toContainText(/2\.\d+ MB of 3 MB/)
    expect(
      (await notices()).filter((subject) => subject === full),
      'told once',
    ).toHaveLength(1)
  })
})

async function release({ page, message }: Inbox) {
  await message.getByRole('button', { name: 'Release' }).click()
  const dialog = page.getByRole('dialog', { name: 'Release 1 message' })
  await dialog.getByRole('button', { name: 'Release 1 message' }).click()
  await expect(dialog).toBeHidden()
}
