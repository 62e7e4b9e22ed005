import type { Page } from '@playwright/test'
import { Checklist } from '../pages/checklist'
import { expect, test } from '../pages/guests'
import { tabTo } from '../pages/keyboard'
import { INVITATION, linkTo } from '../pages/letters'
import { accept, Members } from '../pages/members'
import { freshName } from '../pages/names'

test('a member of two organisations goes from one to the other, and sees of each its own', async ({
  customer,
  neighbour,
  stranger,
  guest,
  world,
}) => {
  const { email, name } = guest
  const page = await stranger()
  const tenants = {
    mnexa: { title: 'Mnexa', owner: customer, domain: freshName('mine'), id: '' },
    harbor: { title: 'Harbor Books', owner: neighbour, domain: freshName('ours'), id: '' },
  }

  await test.step('both invite one address; the second time nobody asks for a name', async () => {
    const links: string[] = []
    for (const [slug, tenant] of Object.entries(tenants)) {
      tenant.id = (await Checklist.add(tenant.owner, slug, tenant.domain)).id
      await new Members(tenant.owner, slug).invite(email)
      links.push(await linkTo(world, email, INVITATION, links.length + 1))
    }
    const [first = '', second = ''] = links
    await accept(page, first, 'Mnexa', name)
    await expectAt('mnexa')
    await page.goto(second)
    await expect(page.getByRole('heading', { level: 1, name: 'Join Harbor Books' })).toBeVisible()
    await expect(page.getByLabel('Your name')).toHaveCount(0)
    await accept(page, second, 'Harbor Books')
    await expectAt('harbor')
  })

  await test.step('by the menu', async () => {
    await menu(page, name).click()
    await expect(place('Harbor Books')).toHaveAttribute('aria-current', 'true')
    await place('Mnexa').click()
    await expectAt('mnexa')
    await menu(page, name).click()
    await expect(place('Mnexa')).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Escape')
    await expect(place('Mnexa')).toBeHidden()
  })

  await test.step('by the keyboard', async () => {
    await tabTo(menu(page, name))
    await page.keyboard.press('Enter')
    await tabTo(place('Harbor Books'))
    await page.keyboard.press('Enter')
    await expectAt('harbor')
  })

  await test.step('Back and Forward lead where they say', async () => {
    await page.goBack()
    await expectAt('mnexa')
    await page.goForward()
    await expectAt('harbor')
  })

  await test.step('an id of one is nothing under the other’s name', async () => {
    for (const [slug, { domain, id }] of Object.entries(tenants)) {
      await page.goto(`/t/${slug}/domains/${id}`)
      await expect(page.getByRole('heading', { level: 1, name: domain })).toBeVisible()
      await page.goto(`/t/${slug === 'mnexa' ? 'harbor' : 'mnexa'}/domains/${id}`)
      await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
      await expect(page.getByText(domain)).toHaveCount(0)
    }
  })

  await test.step('removed from one, they stay in the other', async () => {
    await new Members(neighbour, 'harbor').open()
    await new Members(neighbour, 'harbor').remove(name, 'Harbor Books')
    await page.goto('/t/harbor/domains')
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await page.goto('/home')
    await expectAt('mnexa')
    await menu(page, name).click()
    await expect(place('Mnexa')).toBeVisible()
    await expect(place('Harbor Books')).toHaveCount(0)
  })

  function place(title: string) {
    return page.locator('[popover]').getByRole('link', { name: title })
  }

  /** The address, the title and the list all tell one tenant, and nothing of the other. */
  async function expectAt(slug: keyof typeof tenants) {
    const other = slug === 'mnexa' ? 'harbor' : 'mnexa'
    await expect(page).toHaveURL((url) => url.pathname === `/t/${slug}/domains`)
    await expect(page.getByRole('banner')).toContainText(tenants[slug].title)
    await expect(page.getByRole('link', { name: tenants[slug].domain })).toBeVisible()
    await expect(page.getByText(tenants[other].domain)).toHaveCount(0)
  }
})

const menu = (page: Page, name: string) => page.getByRole('button', { name })
