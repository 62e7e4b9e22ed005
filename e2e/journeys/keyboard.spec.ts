import { Checklist } from '../pages/checklist'
import { copied } from '../pages/clipboard'
import { activate, expect, tabTo, test, type } from '../pages/keyboard'
import { freshName } from '../pages/names'
import { Panel } from '../pages/panel'

test('the whole story without a mouse', async ({ keyboardOnly: page }) => {
  test.setTimeout(240_000)
  const name = freshName('keys')
  const list = new Checklist(page)
  const { keyboard } = page

  await test.step('the fixture holds', async () => {
    expect(() => page.getByRole('link').first().click()).toThrow('not for journeys by keyboard')
    expect(() => page.mouse.click(1, 1)).toThrow('not for journeys by keyboard')
  })

  await test.step('a bad name, then a good one', async () => {
    await page.goto('/t/harbor/domains')
    await keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
    await keyboard.press('Enter')
    await activate(page.getByRole('link', { name: 'Add domain' }))
    const field = page.getByLabel('Domain', { exact: true })
    await type(field, 'co.uk')
    await keyboard.press('Enter')
    await expect(field).toHaveAccessibleDescription(/shared by many owners/)
    await expect(field).toBeFocused()
    await keyboard.press('ControlOrMeta+A')
    await keyboard.type(name)
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await list.complete()
  })

  await test.step('hosts in full, and a value copied', async () => {
    await tabTo(page.getByRole('radio', { name: 'Short' }))
    await keyboard.press('ArrowRight')
    await expect(page.getByRole('radio', { name: 'Full' })).toBeChecked()
    const host = list.cell('DKIM 1', 'host')
    await tabTo(host)
    await Promise.all([expect(host.getByRole('status')).toHaveText('Copied'), keyboard.press('Enter')])
    expect(await copied(page)).toBe(await list.text('DKIM 1', 'host'))
  })

  await test.step('a record typed into the panel, the others by quick buttons', async () => {
    const record = await list.record('DKIM 1')
    const panel = await Panel.open(await page.context().newPage())
    const there = panel.page
    await type(there.getByLabel('Name', { exact: true }), record.name)
    await tabTo(there.getByLabel('Type', { exact: true }))
    await there.keyboard.type('CNAME')
    await type(there.getByLabel('Value', { exact: true }), record.value)
    await there.keyboard.press('Enter')
    await expect(there.getByLabel('Name', { exact: true })).toHaveValue('')
    await expect(list.chip('DKIM 1')).toHaveText('Found')
    await tabTo(there.getByRole('button', { name: `Publish all for ${name}` }), { back: true })
    await there.keyboard.press('Space')
    await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
    await there.close()
  })

  await test.step('a test message', async () => {
    await activate(page.getByRole('button', { name: 'Send a test message' }), 'Space')
    await expect(list.sends).toHaveCount(1)
    await expect(list.sends).toContainText('Left')
    await activate(page.getByRole('link', { name: 'Open the mail that left' }))
    await activate(page.getByRole('link', { name: `Test message from ${name}` }))
    await expect(page.getByRole('heading', { level: 1, name: `Test message from ${name}` })).toBeVisible()
  })

  await test.step('and its end: Escape keeps the domain, its name deletes it', async () => {
    await page.goto('/t/harbor/domains')
    const link = page.getByRole('link', { name, exact: true })
    await expect(link).toBeVisible()
    for (let moves = 0; moves < 50 && !(await link.evaluate((a) => a === document.activeElement)); moves++)
      await keyboard.press('j')
    await keyboard.press('Enter')
    const opener = page.getByRole('button', { name: 'Delete domain' })
    await activate(opener)
    const dialog = page.getByRole('dialog', { name: `Delete ${name}` })
    await expect(dialog).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(opener).toBeFocused()
    await keyboard.press('Enter')
    await expect(dialog).toBeVisible()
    // As fast as fingers are: asked for again before a frame is drawn without it.
    await Promise.all([keyboard.press('Escape'), keyboard.press('Enter')])
    await expect(dialog, 'it opens again').toBeVisible()
    const field = dialog.getByLabel(`Type ${name} to confirm`)
    if (!(await field.evaluate((input) => input === document.activeElement))) await tabTo(field)
    await keyboard.type(name)
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
    await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0, { timeout: 45_000 })
  })
})
