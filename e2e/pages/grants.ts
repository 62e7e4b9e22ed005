import { expect, type Locator, type Page } from '@playwright/test'

/** The grants of an inbox, where its owner handles them. */
export class Grants {
  constructor(
    readonly page: Page,
    /** the settings of the inbox */
    private readonly path: string,
  ) {}

  async open(): Promise<this> {
    await this.page.goto(this.path)
    await expect(this.page.getByRole('heading', { level: 2, name: 'Grants' })).toBeVisible()
    return this
  }

  entry(name: string): Locator {
    return this.page.locator(`[data-grant="${name}"]`)
  }

  async create(name: string) {
    await this.page.getByRole('button', { name: 'Create grant' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Create grant' })
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create grant' }).click()
    await expect(this.entry(name)).toContainText('Live')
  }

  /** A token for an agent's run; it is on the page this once. */
  async makeToken(name: string, session: string, may = 'Read messages'): Promise<string> {
    await this.entry(name)
      .getByRole('button', { name: `Make a token of ${name}` })
      .click()
    const dialog = this.page.getByRole('dialog', { name: `A token of ${name}` })
    await dialog.getByLabel('What it is for').fill(session)
    await dialog.getByLabel('It may').selectOption(may)
    await dialog.getByRole('button', { name: 'Make token' }).click()
    const token = (await dialog.locator('[data-secret]').textContent()) ?? ''
    await dialog.getByRole('button', { name: 'I have stored it' }).click()
    await expect(dialog).toBeHidden()
    return token
  }

  async act(verb: 'Suspend' | 'Resume' | 'Renew' | 'Revoke', name: string) {
    await this.entry(name)
      .getByRole('button', { name: `${verb} ${name}`, exact: true })
      .click()
    const dialog = this.page.getByRole('dialog', { name: `${verb} ${name}` })
    await dialog.getByRole('button', { name: `${verb} ${name}` }).click()
    await expect(dialog).toBeHidden()
  }
}
