import { expect, type Locator, type Page } from '@playwright/test'

/** A tenant's API keys, as an owner handles them. */
export class Keys {
  constructor(
    readonly page: Page,
    readonly tenant: string,
  ) {}

  /** Creates one; answers its secret, which is on the page this once. */
  async create(name: string, scopes: string[]): Promise<string> {
    await this.page.goto(`/t/${this.tenant}/keys/new`)
    await this.page.getByLabel('Name', { exact: true }).fill(name)
    for (const scope of scopes) await this.page.getByRole('checkbox', { name: scope }).check()
    await this.page.getByRole('button', { name: 'Create key' }).click()
    await expect(this.page.getByText(`The secret of ${name}`)).toBeVisible()
    return this.shownSecret()
  }

  async shownSecret(): Promise<string> {
    return (await this.page.locator('[data-secret]').textContent()) ?? ''
  }

  async open() {
    await this.page.goto(`/t/${this.tenant}/keys`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'API keys' })).toBeVisible()
  }

  row(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { level: 2, name }) })
  }

  async revoke(name: string) {
    await this.open()
    await this.page.getByRole('button', { name: `Revoke ${name}`, exact: true }).click()
    await this.page
      .getByRole('dialog', { name: `Revoke ${name}` })
      .getByRole('button', { name: `Revoke ${name}` })
      .click()
    await expect(this.row(name)).toContainText('Revoked')
  }
}
