import { expect, type Locator, type Page } from '@playwright/test'

/** A tenant's API keys, as an owner handles them; or the platform's, as an admin does. */
export class Keys {
  private readonly place: string

  constructor(
    readonly page: Page,
    /** its slug, or null for the platform's own */
    tenant: string | null,
  ) {
    this.place = tenant === null ? '/admin/keys' : `/t/${tenant}/keys`
  }

  /** Creates one; answers its secret, which is on the page this once. */
  async create(name: string, scopes: string[]): Promise<string> {
    await this.page.goto(`${this.place}/new`)
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
    await this.page.goto(this.place)
    await expect(this.page.getByRole('heading', { level: 1, name: /^(API|Platform) keys$/ })).toBeVisible()
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
