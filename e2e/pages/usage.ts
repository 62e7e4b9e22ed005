import { expect, type Locator, type Page } from '@playwright/test'

/** What an organisation has used of its limits, as its people see it. */
export class Usage {
  constructor(
    readonly page: Page,
    readonly tenant: string,
  ) {}

  async open(): Promise<this> {
    await this.page.goto(`/t/${this.tenant}/usage`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Usage' })).toBeVisible()
    return this
  }

  meter(label: string): Locator {
    const heading = this.page.getByRole('heading', { level: 2, name: label, exact: true })
    return this.page.getByRole('listitem').filter({ has: heading })
  }
}
