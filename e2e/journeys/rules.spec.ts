import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { Policy } from '../pages/policy'
import { addRule } from '../pages/rules'
import { compose, Sender } from '../pages/sender'

const BLOCKED = 'carol@blocked.example'
/** Its link says another site than it goes to: odd, and no more than that. */
const ODD = '<p>Your parcel waits. <a href="http://203.0.113.7/pay">https://parcels.example/pay</a></p>'

test('an admin’s rules hold for the very next mail, and each message says which one it met', async ({
  admin,
  world,
  product,
  settle,
}) => {
  const { page: customer, workspace, tenant } = await settle('ruled', 'sorted')
  const policy = new Policy(admin, workspace)
  const inbox = await Inbox.open(customer, tenant.slug, { localPart: 'agent' })
  const to = await inbox.address()
  const sender = new Sender(product)
  const reason = (code: string) => inbox.message.locator(`[data-reason=${code}]`)
  const save = async () => {
    await policy.save()
    await policy.saved()
  }

  await test.step('before any rule: a letter that looks odd comes in', async () => {
    await sender.deliver({ to, subject: 'A parcel', html: ODD })
    await expect(inbox.row('A parcel')).toBeVisible()
  })

  await test.step('the admin blocks a domain, writes two rules and makes the spam filter stricter', async () => {
    await policy.open()
    await admin.getByLabel('Blocked senders').fill('blocked.example')
    await admin.getByLabel('Spam sensitivity').selectOption('high')
    await addRule(admin, {
      name: 'Bills',
      condition: { what: 'the subject', how: 'contains', text: 'invoice' },
      fileUnder: 'Invoices',
    })
    await addRule(admin, {
      name: 'Newsletters',
      condition: { what: 'the header', how: 'is there', header: 'List-Id' },
      markRead: true,
    })
    await expect(admin.locator('[data-rule=Bills]')).toContainText('If the subject contains “invoice”')
    const dialog = await policy.review()
    for (const word of ['Blocked senders', 'Spam sensitivity', 'Rules'])
      await expect(dialog).toContainText(word)
    await dialog.getByRole('button', { name: 'Change policy' }).click()
    await policy.saved()
  })

  await test.step('blocked: refused at the door, quarantined behind the mail network', async () => {
    const refused = await sender.write({ to, subject: 'Blocked', from: `Carol <${BLOCKED}>` })
    expect(refused.accepted).toBe(false)
    expect(refused.said).toContain('550 5.7.1 Mail from this sender is not taken here.')
    const { raw } = await compose({ from: BLOCKED, to, subject: 'Blocked, and taken' })
    await world.bring({ from: BLOCKED, to, raw })
    await expect(inbox.folder('Quarantine')).toContainText('1', { timeout: 20_000 })
    await inbox.folder('Quarantine').click()
    await inbox.read('Blocked, and taken', 'Quarantine')
    await expect(reason('blocked_sender')).toHaveText('On the block list: blocked.example.')
    await inbox.folder('Inbox').click()
  })

  await test.step('filed: its label stands in the list, the rule beside the message', async () => {
    await sender.deliver({ to, subject: 'Your invoice of November' })
    await expect(inbox.row('Your invoice')).toContainText('Invoices')
    await expect(inbox.row('Your invoice')).toHaveAttribute('data-unread', 'true')
    await inbox.read('Your invoice of November')
    await expect(reason('rule_file')).toHaveText('Filed under “Invoices” by the rule “Bills”.')
  })

  await test.step('marked as read: it makes no inbox look unread', async () => {
    await sender.deliver({ to, subject: 'Our weekly news', headers: { 'List-Id': '<news.outside.example>' } })
    await expect(inbox.row('Our weekly news')).toBeVisible()
    await expect(inbox.row('Our weekly news')).not.toHaveAttribute('data-unread')
    await inbox.read('Our weekly news')
    await expect(reason('rule_read')).toHaveText('Marked as read by the rule “Newsletters”.')
  })

  await test.step('the same odd letter is spam now, with what it was judged by', async () => {
    await sender.deliver({ to, subject: 'Another parcel', html: ODD })
    await expect(inbox.folder('Spam')).toContainText('1')
    await inbox.folder('Spam').click()
    await inbox.read('Another parcel', 'Spam')
    await expect(inbox.message).toContainText('Why this is in spam')
    await expect(reason('link_says_another')).toContainText('(+2.5)')
    await expect(reason('spam_score')).toContainText('from which mail is spam at high sensitivity')
  })

  await test.step('with the filter off and without the rule, it is an ordinary letter', async () => {
    await policy.open()
    await admin.getByLabel('Spam sensitivity').selectOption('off')
    await admin.getByRole('button', { name: 'Take out Bills' }).click()
    await save()
    await sender.deliver({ to, subject: 'One more invoice', html: ODD })
    await inbox.folder('Inbox').click()
    await inbox.read('One more invoice')
    await expect(inbox.message.locator('[data-reason]')).toHaveCount(0)
  })
})
