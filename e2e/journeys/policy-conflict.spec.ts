import { anotherAdmin } from '../pages/another-admin'
import { inspect } from '../pages/axe'
import { Desk } from '../pages/desk'
import { becomes, Policy } from '../pages/policy'
import { expect, test } from '../pages/test'

test('two admins edit one policy at once: nothing is overwritten silently, and nothing typed is lost', async ({
  admin,
  browser,
  product,
}) => {
  test.setTimeout(150_000)
  const workspace = await new Desk(admin).makeWorkspace('contested')
  const nils = await anotherAdmin(browser, product)
  const [mine, theirs] = [new Policy(admin, workspace), new Policy(nils.page, workspace)]

  await test.step('the first values', async () => {
    await mine.open()
    await mine.type('Domains', '3')
    await mine.type('Members', '20')
    await mine.save()
    await mine.saved()
    await expect(mine.version(2)).toContainText(becomes('Domains', 'the plan’s', '3'))
  })

  await test.step('both edit, and one saves first', async () => {
    await theirs.open()
    await mine.type('Domains', '5')
    await theirs.type('Domains', '7')
    await theirs.type('API requests per minute', '600')
    const asked = await mine.review()
    await theirs.save()
    await theirs.saved()
    await asked.getByRole('button', { name: 'Change policy' }).click()
    await expect(asked).toBeHidden()
  })

  await test.step('the other reads who was before, and what was typed is kept beside it', async () => {
    await expect(admin.getByRole('status').filter({ hasText: nils.name }).first()).toBeVisible()
    await expect(mine.input('Domains')).toHaveValue('5')
    await expect(mine.field('Domains')).toContainText(`${nils.name} set this to 7`)
    await expect(mine.field('Domains')).toContainText('You typed 5.')
    await expect(mine.input('API requests per minute'), 'taken over').toHaveValue('600')
    await expect(mine.input('Members')).toHaveValue('20')
    await inspect(admin, 'a policy that somebody else changed')
    await theirs.open()
    await expect(theirs.input('Domains'), 'nothing was overwritten').toHaveValue('7')
    await expect(theirs.version(4)).toHaveCount(0)
  })

  await test.step('and decides, before anything is saved', async () => {
    await admin.getByRole('button', { name: 'Review changes' }).click()
    await expect(mine.input('Domains')).toBeFocused()
    await admin.getByRole('button', { name: 'Keep mine for Domains' }).click()
    const dialog = await mine.review()
    await expect(dialog).toContainText(becomes('Domains', '7', '5'))
    await expect(dialog).not.toContainText('API requests')
    await theirs.type('Members', '30')
    await dialog.getByRole('button', { name: 'Change policy' }).click()
    await mine.saved()
  })

  await test.step('the history names both', async () => {
    await mine.open()
    await expect(mine.version(2)).toContainText('Version 2, by Ines')
    await expect(mine.version(3)).toContainText(`Version 3, by ${nils.name}`)
    await expect(mine.version(3)).toContainText(becomes('Domains', '3', '7'))
    await expect(mine.version(3)).toContainText(becomes('API requests per minute', 'the plan’s', '600'))
    await expect(mine.version(4)).toContainText('Version 4, by Ines')
    await expect(mine.version(4)).toContainText(becomes('Domains', '7', '5'))
  })

  await test.step('and the first values are put back', async () => {
    await mine.version(2).getByRole('button', { name: 'Put these values back' }).click()
    const dialog = admin.getByRole('dialog', { name: 'Put the values of version 2 back' })
    await expect(dialog).toContainText(becomes('Domains', '5', '3'))
    await expect(dialog).toContainText(becomes('API requests per minute', '600', 'the plan’s'))
    await expect(dialog).not.toContainText('Members')
    await dialog.getByRole('button', { name: 'Put these values back' }).click()
    await expect(dialog).toBeHidden()
    await expect(mine.version(5)).toContainText('Version 5, by Ines')
    await expect(mine.version(5)).toContainText('with the values of version 2')
    await expect(mine.input('Domains')).toHaveValue('3')
    await expect(mine.input('Members')).toHaveValue('20')
    await expect(mine.input('API requests per minute')).toHaveValue('')
  })

  await test.step('an editor that is open says that somebody saved, and goes on from there when asked', async () => {
    await expect(nils.page.getByText(/^Ines .*changed this policy/)).toBeVisible({ timeout: 45_000 })
    const newest = nils.page.getByRole('button', { name: 'Show the newest values' })
    await expect(newest).toBeVisible()
    // It may have seen the version before the last one, and then tells once more.
    await expect(async () => {
      if (await newest.isVisible()) await newest.click({ timeout: 1_000 })
      await expect(theirs.input('Domains')).toHaveValue('3', { timeout: 500 })
    }).toPass({ timeout: 45_000 })
    await expect(theirs.input('Members')).toHaveValue('30')
  })
  await nils.leave(admin)
})
