import { ADVICE, ALL, Checklist, TO_RECEIVE, TO_SEND, type Column } from '../pages/checklist'
import { copied, pasteInto } from '../pages/clipboard'
import { Message } from '../pages/message'
import { freshName, zoneOf } from '../pages/names'
import { Panel } from '../pages/panel'
import { expect, test } from '../pages/test'

test('a customer adds a domain, publishes its records, sends under their own name, and deletes it', async ({
  customer: page,
  neighbour,
  world,
}) => {
  test.setTimeout(240_000)
  const name = freshName('story')
  let list!: Checklist
  let panel!: Panel

  await test.step('adding it lists five to send, one to receive, and one of advice', async () => {
    await page.goto('/t/mnexa/domains')
    await page.getByRole('link', { name: 'Add domain' }).click()
    await page.getByLabel('Domain', { exact: true }).fill(name)
    await page.getByRole('button', { name: 'Add domain' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    list = await new Checklist(page).complete()
    for (const label of ALL) await expect(list.row(label)).toHaveCount(1)
    for (const purpose of ['Sign your mail (DKIM)', 'Return path', 'Receive mail', 'Advice'])
      await expect(page.getByRole('heading', { level: 2, name: purpose, exact: true })).toBeVisible()
    const types = await Promise.all(ALL.map((label) => list.text(label, 'type')))
    expect(types).toEqual(['CNAME', 'CNAME', 'CNAME', 'MX', 'TXT', 'MX', 'TXT'])
    for (const label of ALL) expect(await list.text(label, 'TTL')).toBe('300')
    // Apart from the value, as DNS panels have a field for it.
    for (const label of ['Return path', 'Inbound mail'] as const)
      expect(await list.text(label, 'priority')).toBe('10')
    await expect(list.cell('SPF', 'priority')).toHaveCount(0)
  })

  await test.step('hosts are relative to the zone, or absolute, by one switch', async () => {
    const tokens = (await world.identity(name))?.tokens ?? []
    const relative = [
      ...tokens.map((token) => `${token}._domainkey.inbox`),
      'send.inbox',
      'send.inbox',
      'inbox',
      '_dmarc.inbox',
    ]
    const hosts = () => Promise.all(ALL.map((label) => list.text(label, 'host')))
    expect(await hosts()).toEqual(relative)
    await list.showFullHosts()
    expect(await hosts()).toEqual(relative.map((host) => `${host}.${zoneOf(name)}`))
    await expect(page.getByText(`.${zoneOf(name)} by themselves`)).toBeHidden()
  })

  await test.step('every cell copies exactly what it shows, and one button copies all', async () => {
    for (const label of ALL)
      for (const column of ['type', 'host', 'value', 'priority', 'TTL'] satisfies Column[]) {
        const cell = list.cell(label, column)
        if (column === 'priority' && (await cell.count()) === 0) continue
        const shown = await list.text(label, column)
        // The word stands two seconds: whoever waits for it is there first.
        await Promise.all([expect(cell.getByRole('status')).toHaveText('Copied'), cell.click()])
        await expect(cell).toBeFocused()
        expect(await copied(page), `${column} of ${label}`).toBe(shown)
      }
    await page.getByRole('button', { name: 'Copy all' }).click()
    await expect.poll(() => copied(page)).toContain(`; Records for ${name}`)
    const all = await copied(page)
    for (const label of ALL) {
      const { name: host, type, value } = await list.record(label)
      expect(all).toContain(`${host}. 300 IN ${type} `)
      expect(all).toContain(value)
    }
  })

  await test.step('a test message before it is ready leaves by the shared path, and says so', async () => {
    await expect(page.getByText('mail leaves by the shared path')).toBeVisible()
    await page.getByRole('button', { name: 'Send a test message' }).click()
    await expect(list.sends).toHaveCount(1)
    await expect(list.sends).toContainText('Left')
    await expect(list.sends).toContainText(`replies to Mnexa <agent@${name}>`)
    await expect(list.sends).toContainText('by the shared path')
    await expect(list.sends).not.toContainText(`From Mnexa <agent@${name}>`)
  })

  await test.step('records published one by one turn green on the open page', async () => {
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    panel = await Panel.open(await page.context().newPage())
    for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Not found yet')
    await publishByHand(list, panel)
    await expect(list.chip('DKIM 1')).toHaveText('Found')
    await expect(list.announcer).toContainText('DKIM 1 found')
    await expect(page.getByText('1 of 5 to send are found.')).toBeVisible()
    for (const label of TO_SEND.slice(1)) {
      await panel.press(name, label, 'Publish')
      await expect(list.chip(label)).toHaveText('Found')
      await expect(list.announcer).toContainText(
        label === 'SPF' ? /SPF found|Ready to send/ : `${label} found`,
      )
    }
  })

  await test.step('it becomes ready to send; receiving has a word of its own', async () => {
    await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
    await expect(list.announcer).toContainText('Ready to send.')
    await expect(list.head.getByText('Not receiving yet')).toBeVisible()
    for (const label of TO_RECEIVE) await panel.press(name, label, 'Publish')
    await expect(list.head.getByText('Ready to receive')).toBeVisible({ timeout: 30_000 })
    for (const label of ADVICE) await panel.press(name, label, 'Publish')
    await expect(list.chip('DMARC')).toHaveText('Found')
    expect(await page.evaluate(() => 'sameDocument' in window), 'no reload happened').toBe(true)
  })

  await test.step('a test message leaves under its own name, verified by an independent receiver', async () => {
    await page.getByRole('button', { name: 'Send a test message' }).click()
    await expect(list.sends).toHaveCount(2)
    await expect(list.sends.first()).toContainText('Left')
    await expect(list.sends.first()).toContainText(`From Mnexa <agent@${name}> to ada@mnexa.ai`)
    await page.getByRole('link', { name: 'Open the mail that left' }).click()
    await page
      .getByRole('link', { name: `Test message from ${name}` })
      .first()
      .click()
    const message = new Message(page)
    await expect(message.fact('From')).toHaveText(`Mnexa <agent@${name}>`)
    await expect(message.fact('Signed by')).toHaveText(name)
    await expect(message.fact('Mailed by')).toHaveText(`send.${name}`)
    await expect(message.fact('To')).toHaveText('ada@mnexa.ai')
    const dkim = message.check('dkim').filter({ hasText: `signed by ${name}` })
    await expect(dkim).toContainText('DKIM pass')
    await expect(dkim).toContainText('aligned with From')
    await expect(message.check('spf')).toContainText(`SPF passfor send.${name}, aligned with From`)
    await expect(message.check('dmarc')).toContainText(`DMARC passpolicy none of ${name}`)
  })

  await test.step('deleting it asks for its name, and leaves nothing here nor in the mail network', async () => {
    await page.goto(`/t/mnexa/domains`)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('button', { name: 'Delete domain' }).click()
    const dialog = page.getByRole('dialog', { name: `Delete ${name}` })
    const field = dialog.getByLabel(`Type ${name} to confirm`)
    await field.fill('another.example.org')
    await dialog.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(field).toHaveAccessibleDescription(`This is not the name. Type ${name}.`)
    await field.fill(name)
    await dialog.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0, { timeout: 45_000 })
    const { identities, associations } = await world.ses()
    expect(identities.map((identity) => identity.name)).not.toContain(name)
    expect(associations.filter(({ resourceArn }) => resourceArn.endsWith(`/${name}`))).toEqual([])
  })

  await test.step('a second tenant that adds it is not verified by the old records', async () => {
    const other = await Checklist.add(neighbour, 'harbor', name)
    await expect(neighbour.getByRole('heading', { name: 'Prove the name is yours' })).toBeVisible()
    await expect(other.chip('Ownership')).toHaveText('Not found yet')
    await expect(other.row('DKIM 1')).toContainText('After the proof')
    // With the proof it gets keys of its own, and the old ones count for nothing.
    await other.showFullHosts()
    const old = await world.publish(await other.record('Ownership'))
    expect(old.id).toBeGreaterThan(0)
    await other.complete()
    await expect(other.chip('Return path')).toHaveText('Found')
    await expect(other.chip('SPF')).toHaveText('Found')
    for (const label of TO_SEND.slice(0, 3)) await expect(other.chip(label)).toHaveText('Not found yet')
    await expect(other.head.getByText('Waiting for records')).toBeVisible()
    expect((await world.identity(name))?.verificationStatus).not.toBe('SUCCESS')
  })
})

/** The first record goes the long way: copied cell by cell, pasted field by field. */
async function publishByHand(list: Checklist, panel: Panel) {
  const paste = async (column: Column, field: string) => {
    await list.page.bringToFront()
    const cell = list.cell('DKIM 1', column)
    await Promise.all([expect(cell.getByRole('status')).toHaveText('Copied'), cell.click()])
    await panel.page.bringToFront()
    await pasteInto(panel.page.getByLabel(field, { exact: true }))
  }
  await paste('host', 'Name')
  await paste('value', 'Value')
  await paste('TTL', 'TTL in seconds')
  await panel.page.getByLabel('Type', { exact: true }).selectOption(await list.text('DKIM 1', 'type'))
  await panel.page.getByRole('button', { name: 'Publish record' }).click()
  await expect(panel.page.getByLabel('Name', { exact: true })).toHaveValue('')
  await list.page.bringToFront()
}
