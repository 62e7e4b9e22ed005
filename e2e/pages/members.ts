import { expect, type Locator, type Page } from '@playwright/test'

/** The people of a tenant, as one of its owners finds them. */
export class Members {
  constructor(
    readonly page: Page,
    readonly tenant: string,
  ) {}

  async open(): Promise<this> {
    await this.page.goto(`/t/${this.tenant}/members`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible()
    return this
  }

  /** One entry of the people, or of the open invitations. */
  entry(email: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: email })
  }

  async invite(email: string, role = 'Member') {
    await this.open()
    await this.page.getByLabel('E-mail address').fill(email)
    await this.page.getByLabel('Role', { exact: true }).selectOption(role)
    await this.page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(this.page.getByText(`The invitation to ${email} is on its way.`)).toBeVisible()
    await expect(this.entry(email)).toContainText(`${role}, invited by`)
  }

  async setRole(name: string, role: string) {
    const choice = this.page.getByRole('combobox', { name: `Role of ${name}` })
    await choice.selectOption(role)
    // It shows what holds: the choice changes with the answer.
    await expect(choice.getByRole('option', { name: role })).toHaveJSProperty('selected', true)
    await expect(choice).toBeEnabled()
  }

  async remove(name: string, place: string) {
    await this.page.getByRole('button', { name: `Remove ${name}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `Remove ${name} from ${place}` })
    await expect(dialog).toContainText(`loses access to ${place} at once`)
    await dialog.getByRole('button', { name: `Remove ${name}` }).click()
    await expect(dialog).toBeHidden()
  }
}

/** Accepts an invitation, in whatever browser this page is of. A name is asked of who was never here. */
export async function accept(page: Page, link: string, place: string, name?: string) {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: `Join ${place}` })).toBeVisible()
  if (name) await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: `Join ${place}` }).click()
  await expect(page).toHaveURL(/\/t\/[^/]+\/domains$/)
}
