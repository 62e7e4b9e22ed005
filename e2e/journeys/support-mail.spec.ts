import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Desk } from '../pages/desk'
import { FindMail } from '../pages/find-mail'
import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Policy } from '../pages/policy'
import { Sender } from '../pages/sender'

const CODE = '493 817'
const LINK = 'https://shop.example/reset?token=Zk3vQ8wLr2Yt6Hn1'
const SUBJECT = 'Your order is almost done'

test('Bob never got it: support finds what became of his mail, reads it for a reason, and the customer sees all of it', async ({
  admin,
  support,
  stranger,
  guest,
  world,
  product,
}) => {
  const reason = `Ticket ${randomUUID().slice(0, 8)}: Bob never got it`
  const customer = await stranger()
  const workspace = await new Desk(admin).makeWorkspace('answered')
  const tenant = await new Desk(admin).makeCustomer(
    'missing',
    { page: customer, world, ...guest },
    { workspace, plan: 'Pro' },
  )
  const policy = new Policy(admin, workspace)
  await Inbox.open(customer, tenant.slug, { localPart: 'beside' })
  const bob = await Inbox.open(customer, tenant.slug, { localPart: 'bob' })
  const { id } = bob
  const address = await bob.address()
  const shop = new Sender(product, 'Shop <orders@shop.example>')
  const activity = (text: string) => customer.getByRole('listitem').filter({ hasText: text }).first()

  await test.step('one of his letters came, and one was turned away at the door', async () => {
    await policy.open()
    await admin.getByLabel('Blocked senders').fill('blocked.example')
    await policy.save()
    await policy.saved()
    const text = `Thank you for your order.\n\nYour verification code is ${CODE}.\n\nOr follow ${LINK} to go on.`
    await shop.deliver({ to: address, subject: SUBJECT, text })
    const refused = await shop.write({
      ...{ to: address, subject: 'Where are you', from: 'Carol <carol@blocked.example>' },
    })
    expect(refused).toMatchObject({ accepted: false })
    expect(refused.said).toContain('550 5.7.1 Mail from this sender is not taken here.')
  })

  const find = await new FindMail(support).open()
  await test.step('support searches by his address; without a reason nothing is looked for', async () => {
    await find.look('Recipient', address, 'a look')
    await expect(support.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true')
    await expect(find.found('shop.example')).toHaveCount(0)
    await find.look('Recipient', address, reason)
    await expect(support.getByText('2 found.')).toBeVisible()
  })

  await test.step('it reads what became of each, in words', async () => {
    const refused = find.found('carol@blocked.example')
    await expect(refused).toContainText('Refused at the door')
    await expect(refused).toContainText('Mail from this sender is not taken here.')
    await expect(refused).toContainText('On the block list: blocked.example.')
    await expect(refused.getByRole('button')).toHaveCount(0)
    await expect(find.found('orders@shop.example')).toContainText('Delivered to the inbox')
    await expect(find.found('orders@shop.example')).toContainText(tenant.name)
  })

  await test.step('and opens the one that came, for the same reason: codes and links are hidden', async () => {
    await support.getByRole('button', { name: `Open in ${tenant.name}: ${SUBJECT}` }).click()
    await expect(support).toHaveURL(new RegExp(`/t/${tenant.slug}/inboxes/${id}`))
    await expect(support.getByRole('complementary', { name: 'Support access' })).toContainText(
      `Reason: ${reason}`,
    )
    const message = new Inbox(support, tenant.slug).message
    await expect(message.getByRole('heading', { level: 2, name: SUBJECT })).toBeVisible()
    await expect(message).toContainText('Thank you for your order.')
    await expect(message).toContainText('Hidden: a one-time code')
    await expect(message).toContainText('Hidden: a link to shop.example')
    expect(await support.content()).not.toMatch(/493.?817|Zk3vQ8wLr2Yt6Hn1/)
    for (const name of ['Move to trash', 'Spam', 'Mark read'])
      await expect(message.getByRole('button', { name, exact: true }), name).toHaveCount(0)
    await expect(bob.row(SUBJECT), 'unread for Bob, whoever looked').toHaveAttribute('data-unread', 'true')
  })

  await test.step('a second click shows them, after saying that it is recorded', async () => {
    const message = new Inbox(support, tenant.slug).message
    await message.getByRole('button', { name: 'Show codes and links' }).click()
    const dialog = support.getByRole('dialog', { name: 'Show codes and links' })
    await expect(dialog).toContainText('the customer reads it in its activity')
    await dialog.getByRole('button', { name: 'Show codes and links' }).click()
    await expect(message).toContainText(CODE)
    await expect(message).toContainText(LINK)
    await expect(message).not.toContainText('Hidden:')
  })

  await test.step('the customer reads who searched, looked and had them shown, and why', async () => {
    await customer.goto(`/t/${tenant.slug}/activity`)
    await expect(activity(`looked for mail, because: ${reason}`)).toContainText('Sam')
    for (const what of [
      'opened support access for an hour, because:',
      `looked at a message in ${address}`,
      `had codes and links shown of a message in ${address}`,
    ])
      await expect(activity(what), what).toContainText(reason)
    const looks = customer.getByRole('listitem').filter({ hasText: /looked at the inbox \S+@/ })
    await expect(looks, 'not at the inbox beside it, which its link names').toHaveCount(1)
  })

  await test.step('mail programs are let in by support only where the workspace allows it', async () => {
    await support.goto(`/t/${tenant.slug}/inboxes/${id}/settings`)
    await expect(
      support.getByText('In this workspace only owners of the organisation switch it.'),
    ).toBeVisible()
    await expect(support.getByRole('button', { name: 'Let mail programs in' })).toHaveCount(0)
    await policy.open()
    await admin.getByLabel('Support may switch protocol access of inboxes').check()
    await policy.save()
    await policy.saved()
    await letIn(support, tenant.slug, id, address)
    await expect(support.getByText('Let in', { exact: true })).toBeVisible()
    await customer.goto(`/t/${tenant.slug}/activity`)
    await expect(activity(`switched the protocol access of ${address}`)).toContainText(reason)
    await support.getByRole('button', { name: 'End access' }).click()
    await expect(support).toHaveURL(/\/support(\?|$)/)
  })
})

async function letIn(page: Page, tenant: string, id: string, address: string) {
  await page.goto(`/t/${tenant}/inboxes/${id}/settings`)
  await expect(page.getByText('Kept out', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Let mail programs in' }).click()
  const dialog = page.getByRole('dialog', { name: `Let mail programs into ${address}` })
  await dialog.getByRole('button', { name: 'Let them in' }).click()
}
