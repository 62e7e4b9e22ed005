import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { INVITATION, linkTo } from './letters'
import { accept } from './members'
import type { World } from './world'

export interface Place {
  slug: string
  name: string
}
interface NewWorkspace {
  environment?: 'Production' | 'Staging' | 'Development'
  description?: string
  patterns?: string[]
}
interface NewTenant {
  workspace: Place
  plan?: 'Free' | 'Pro' | 'Enterprise'
  environment?: NewWorkspace['environment']
  owner?: string
}

/** A workspace or a tenant nobody has used before. */
export const freshPlace = (word: string): Place => {
  const tag = randomBytes(4).toString('hex')
  return { slug: `${word}-${tag}`, name: `${word[0]?.toUpperCase()}${word.slice(1)} ${tag}` }
}

/** What a platform's admin makes and governs, by its pages. */
export class Desk {
  constructor(readonly page: Page) {}

  async makeWorkspace(
    word: string,
    { environment = 'Production', description = '', patterns = [] }: NewWorkspace = {},
  ) {
    const place = freshPlace(word)
    await this.page.goto('/admin/workspaces')
    await this.page.getByRole('button', { name: 'Create workspace' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Create workspace' })
    await dialog.getByLabel('Slug').fill(place.slug)
    await dialog.getByLabel('Environment').selectOption(environment)
    await dialog.getByLabel('Name').fill(place.name)
    await dialog.getByLabel('Description').fill(description)
    await dialog.getByLabel('Patterns').fill(patterns.join('\n'))
    await dialog.getByRole('button', { name: 'Create workspace' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: place.name })).toBeVisible()
    return place
  }

  async makeTenant(word: string, { workspace, plan = 'Free', environment, owner = '' }: NewTenant) {
    const place = freshPlace(word)
    await this.page.goto('/admin/tenants')
    await this.page.getByRole('button', { name: 'Create tenant' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Create tenant' })
    await dialog.getByLabel('Name').fill(place.name)
    await dialog.getByLabel('Slug').fill(place.slug)
    await dialog.getByLabel('E-mail address of its first owner').fill(owner)
    await dialog.getByLabel('Plan').selectOption(plan)
    if (environment) await dialog.getByLabel('Environment').selectOption(environment)
    await dialog.getByLabel('Workspace').fill(workspace.slug)
    await dialog.getByRole('button', { name: 'Create tenant' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: place.name })).toBeVisible()
    return place
  }

  /** A tenant with its first owner, who has come in by the invitation. */
  async makeCustomer(
    word: string,
    owner: { page: Page; world: World; email: string; name: string },
    where: Omit<NewTenant, 'owner'>,
  ) {
    const place = await this.makeTenant(word, { ...where, owner: owner.email })
    await accept(owner.page, await linkTo(owner.world, owner.email, INVITATION), place.name, owner.name)
    return place
  }
}
