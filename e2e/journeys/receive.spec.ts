import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { inspect } from '../pages/axe'
import { Checklist } from '../pages/checklist'
import { expect, test } from '../pages/guests'
import { Inbox } from '../pages/inbox'
import { freshName } from '../pages/names'
import { notificationOf } from '../pages/notification'
import { Panel } from '../pages/panel'
import { pictures } from '../pages/pictures'
import { report } from '../pages/report'
import { compose, Sender } from '../pages/sender'

// What the issue asks for; printed, and asserted with room for the machine's other work.
const TARGET = 2_000
const MOST = 5_000

test('a customer opens an inbox and receives: a real client’s mail is in the open viewer at once, whole and safe', async ({
  world,
  product,
  settle,
}) => {
  test.setTimeout(180_000)
  const { page, tenant } = await settle('post', 'post')
  const zone = `outside-${randomUUID().slice(0, 8)}.ai`
  const ada = new Sender(product, `Ada Outside <ada@${zone}>`)
  const file = { filename: 'Invoice 7 – März.csv', content: Buffer.from('item;price\r\nüber;7\r\n') }
  const picture = await pictures()
  const html = `<h1 style="color:teal">Invoice 7</h1><img src="${picture.url}" alt="logo"><script>parent.ran = 1</script><a href="https://pay.example/7">Pay</a>`
  let inbox!: Inbox
  let address = ''

  await test.step('an inbox at the trial address takes one form and no DNS', async () => {
    inbox = await Inbox.open(page, tenant.slug, { localPart: 'orders', name: 'Orders' })
    address = await inbox.address()
    expect(address).toBe(`orders@${tenant.slug}.post.letterhead.dev`)
    await expect(page.getByText('No mail yet')).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(`^${address}`))
    await inspect(page, 'an inbox without mail')
  })

  const first = await test.step('what swaks sends is in the open viewer within two seconds', async () => {
    await world.publish({ name: zone, type: 'TXT', value: 'v=spf1 ip4:127.0.0.1 -all' })
    await world.publish({ name: `_dmarc.${zone}`, type: 'TXT', value: 'v=DMARC1; p=reject' })
    // The first of all is not measured: nothing is warm yet.
    await ada.deliver({ to: address, subject: 'Warming up' })
    await expect(inbox.row('Warming up')).toBeVisible()
    const appeared = seenAt(page, 'Invoice 7')
    const sent = await ada.deliver({ to: address, subject: 'Invoice 7', html, files: [file] })
    const taken = Date.now()
    const late = (await appeared) - taken
    report('receive', `from 250 to the open viewer: ${late} ms (target: ${TARGET} ms)`)
    expect(late).toBeLessThan(MOST)
    expect(sent.said).toMatch(/^250 2\.0\.0 stored as /)
    await expect(inbox.row('Invoice 7')).toHaveAttribute('data-unread', 'true')
    await expect(inbox.row('Invoice 7')).toContainText('With attachments.')
    return sent
  })

  await test.step('unread is counted at the folder, beside the inbox and in the list of inboxes', async () => {
    await expect(inbox.folder('Inbox')).toContainText('2 unread')
    await expect(page, 'and in the name of the window').toHaveTitle(`(2) ${address} · Letterhead`)
    await expect(
      page.getByRole('navigation', { name: 'Inboxes' }).getByRole('link', { name: address }),
    ).toContainText('2 unread')
    const list = await page.context().newPage()
    await list.goto(`/t/${tenant.slug}/inboxes`)
    const row = list.locator(`[data-inbox="${address}"]`)
    await expect(row).toContainText('2 unread of 2')
    await ada.deliver({ to: address, subject: 'One more' })
    await expect(row, 'by itself').toContainText('3 unread of 3')
    await inspect(list, 'the list of inboxes')
    await list.close()
  })

  await test.step('it fills the window, and nothing of it lies below', async () => {
    for (const [width, height] of [
      [1440, 900],
      [768, 1024],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height })
      const below = () => page.evaluate('document.documentElement.scrollHeight - innerHeight')
      await expect.poll(below, `${width} by ${height}`).toBe(0)
    }
  })

  await test.step('without a network it says so, and what could not be done is put back', async () => {
    await page.context().setOffline(true)
    await inbox.row('One more').getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Move to trash' }).click()
    await expect(page.getByText('We could not reach the server.')).toBeVisible()
    await expect(inbox.row('One more')).toBeVisible()
    const silent = page.getByText('The server does not answer.')
    await expect(silent).toBeVisible({ timeout: 30_000 })
    await page.context().setOffline(false)
    await expect(silent).toBeHidden({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Dismiss' }).click()
  })

  await test.step('opened, it says who vouches for it, and is read', async () => {
    const message = await inbox.read('Invoice 7')
    await expect(message).toContainText(`SPF and DMARC pass for ${zone}`)
    await expect(message).toContainText(`Ada Outside <ada@${zone}>`)
    await expect(inbox.row('Invoice 7')).not.toHaveAttribute('data-unread')
    await expect(inbox.folder('Inbox')).toContainText('2 unread')
  })

  await test.step('its HTML stands in its frame, and nothing is loaded from elsewhere until asked for', async () => {
    await expect(inbox.body.getByRole('heading', { name: 'Invoice 7' })).toBeVisible()
    await expect(page.getByText('Remote images are off.')).toBeVisible()
    expect(await page.evaluate('window.ran'), 'no script of it ran').toBeUndefined()
    expect(picture.asked()).toBe(0)
    await inspect(page, 'a message in HTML')
    expect(picture.asked()).toBe(0)
    await page.getByRole('button', { name: 'Load remote images' }).click()
    await expect.poll(picture.asked).toBe(1)
    await inbox.message.getByRole('button', { name: 'Text', exact: true }).click()
    await expect(inbox.message.getByText('Good morning.')).toBeVisible()
  })

  await test.step('the attachment and the raw message are what was sent', async () => {
    const files = inbox.message.getByRole('region', { name: 'Attachments' })
    const saved = await inbox.download(files.getByRole('link', { name: file.filename }))
    expect(saved).toEqual({ name: file.filename, bytes: file.content })
    const { bytes } = await inbox.download(inbox.message.getByRole('link', { name: /^Download raw/ }))
    const at = bytes.indexOf(first.raw.subarray(0, 40))
    expect(at, 'after our own lines').toBeGreaterThan(0)
    expect(bytes.subarray(at).toString().trimEnd()).toBe(first.raw.toString().trimEnd())
    expect(bytes.subarray(0, at).toString()).toMatch(/^Received: from mx\.outside\.example/m)
    await page.getByRole('button', { name: 'Show headers' }).click()
    const headers = page.getByRole('dialog', { name: 'Headers' })
    await expect(headers).toContainText(first.messageId)
    await headers.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('a reply stands in its thread', async () => {
    await ada.deliver({ to: address, subject: 'Re: Invoice 7', answers: first.messageId, text: 'And paid.' })
    const later = inbox.message.getByRole('region', { name: '1 later message in this thread' })
    await expect(later).toContainText('And paid.')
    await later.getByRole('link').click()
    await expect(inbox.message.getByRole('heading', { name: 'Re: Invoice 7' })).toBeVisible()
    const earlier = inbox.message.getByRole('region', { name: '1 earlier message in this thread' })
    await expect(earlier.getByRole('link')).toContainText('Ada Outside')
  })

  await test.step('by keyboard alone: the next, open, back, search, help, trash', async () => {
    await page.goto(`/t/${tenant.slug}/inboxes/${inbox.id}`)
    await expect(inbox.rows()).toHaveCount(4)
    const at = (subject: string) => expect(inbox.row(subject)).toBeFocused()
    const { keyboard } = page
    await keyboard.press('j')
    await at('Re: Invoice 7')
    await keyboard.press('j')
    await at('One more')
    await keyboard.press('k')
    await keyboard.press('j')
    await keyboard.press('Enter')
    await expect(inbox.message.getByRole('heading', { name: 'One more' })).toBeFocused()
    await keyboard.press('u')
    await at('One more')
    await keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await keyboard.press('Escape')
    await keyboard.press('?')
    const help = page.getByRole('dialog')
    await expect(help).toContainText('move to trash')
    // As fast as fingers are: the second key comes before the page is drawn without its dialog.
    await Promise.all([keyboard.press('Escape'), keyboard.press('e')])
    await expect(help).toBeHidden()
    await expect(inbox.row('One more')).toHaveCount(0)
    await expect(page.getByText('1 message moved to trash')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(inbox.row('One more')).toBeVisible()
  })

  await test.step('search looks for senders, files and words, and says when nothing matches', async () => {
    const bert = new Sender(product, 'Bert Elsewhere <bert@elsewhere.example>')
    await bert.deliver({ to: address, subject: 'A question' })
    await expect(inbox.row('A question')).toBeVisible()
    await inbox.search('from:bert')
    await expect(inbox.rows()).toHaveCount(1)
    await expect(inbox.rows()).toContainText('A question')
    await expect(page).toHaveURL(/search=from/)
    await inbox.search('has:attachment')
    await expect(inbox.rows()).toHaveCount(1)
    await expect(inbox.rows()).toContainText('Invoice 7')
    await inbox.search('from:bert has:attachment')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await page.goBack()
    await expect(inbox.rows()).toContainText('Invoice 7')
  })

  await test.step('what the mail network tells late, twice and out of order is there once', async () => {
    await page.goto(`/t/${tenant.slug}/inboxes/${inbox.id}`)
    await expect(inbox.rows()).toHaveCount(5)
    const local = await page.context().newPage()
    await local.goto('/local/write')
    for (const name of ['Late', 'Twice', 'Out of order']) {
      const lever = local.getByRole('checkbox', { name: new RegExp(`^${name}`) })
      await lever.click()
      await expect(lever).toBeChecked()
    }
    for (const subject of ['Told first', 'Told second']) {
      await local.getByLabel('To', { exact: true }).fill(address)
      await local.getByLabel('Subject').fill(subject)
      await local.getByRole('button', { name: 'Send letter' }).click()
      await expect(local.getByText('Taken: 250 OK')).toBeVisible()
      await expect(local.getByRole('listitem').filter({ hasText: subject })).toBeVisible()
    }
    await local.close()
    const { raw } = await compose({ from: ada.address, to: address, subject: 'Told three times' })
    const told = notificationOf(raw, address)
    await world.changeNetwork({ lateMs: 200, twice: false })
    for (let n = 0; n < 3; n++) await world.notify(told)
    for (const subject of ['Told first', 'Told second', 'Told three times'])
      await expect(inbox.row(subject)).toBeVisible({ timeout: 20_000 })
    await expect.poll(world.waiting, { timeout: 20_000 }).toBe(0)
    // As long as what was told last takes to be worked off.
    await page.waitForTimeout(1_500)
    await page.reload()
    await expect(inbox.rows()).toHaveCount(8)
  })
  picture.close()
})

test('an inbox at a custom domain receives as soon as its domain does; postmaster and abuse are there by themselves', async ({
  product,
  settle,
}) => {
  test.setTimeout(150_000)
  const { page, tenant } = await settle('own', 'own')
  const domain = freshName('receives')
  const ada = new Sender(product)
  const { id } = await (await Checklist.add(page, tenant.slug, domain)).complete()
  const inbox = await Inbox.open(page, tenant.slug, { localPart: 'Hello', domain })
  const to = `hello@${domain}`
  expect(await inbox.address()).toBe(to)

  await test.step('before its record is found, mail is refused, and the page says whose move it is', async () => {
    await expect(page.getByText(`Mail comes in as soon as ${domain} receives.`).first()).toBeVisible()
    const refused = await ada.write({ to, subject: 'Too early' })
    expect(refused).toMatchObject({
      accepted: false,
      said: expect.stringMatching(/^550 5\.7\.1 /),
    })
    expect(await ada.write({ to: `postmaster@${domain}`, subject: 'Early' })).toMatchObject({
      accepted: false,
    })
  })

  await test.step('published and found, the open inbox says so, and mail is in', async () => {
    // A domain that nobody has before them is looked at ever more rarely.
    const watching = await page.context().newPage()
    await watching.goto(`/t/${tenant.slug}/domains/${id}`)
    const panel = await Panel.open(await page.context().newPage())
    await panel.publishAll(domain)
    await expect(page.getByText('Ready to receive').first()).toBeVisible({ timeout: 40_000 })
    await expect(page.getByText(`Mail comes in as soon as`)).toHaveCount(0)
    await ada.deliver({ to: to.toUpperCase(), subject: 'In time' })
    await expect(inbox.row('In time')).toBeVisible()
    await panel.page.close()
    await watching.close()
  })

  await test.step('an address that nobody has is refused at the door', async () => {
    const refused = await ada.write({ to: `nobody@${domain}`, subject: 'Hello?' })
    expect(refused.said).toMatch(/^550 5\.1\.1 .*no such mailbox/)
  })

  await test.step('what is for postmaster and abuse arrives in an inbox that nobody had to open', async () => {
    for (const role of ['postmaster', 'abuse'])
      await ada.deliver({ to: `${role}@${domain}`, subject: `For ${role}` })
    await page.goto(`/t/${tenant.slug}/inboxes`)
    await page.locator(`[data-inbox="postmaster@${domain}"]`).getByRole('link').click()
    for (const role of ['postmaster', 'abuse']) await expect(inbox.row(`For ${role}`)).toBeVisible()
  })
})

/** When a row with this subject is drawn, in the time of this machine. */
const seenAt = (page: Page, subject: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((seen) => {
        const look = () => {
          const rows = [...document.querySelectorAll('[data-message]')]
          if (!rows.some((row) => row.textContent.includes(wanted))) return
          observer.disconnect()
          seen(Date.now())
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true })
      }),
    subject,
  )
