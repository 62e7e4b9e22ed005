import { expect, type Locator, type Page } from '@playwright/test'

/** Where support looks for mail that somebody misses. */
export class FindMail {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/support/mail')
    await expect(this.page.getByRole('heading', { level: 1, name: 'Find mail' })).toBeVisible()
    return this
  }

  async look(by: 'Recipient' | 'Sender' | 'Message-ID', wanted: string, reason: string) {
    await this.page.getByLabel('Reason').fill(reason)
    await this.page.getByLabel('Look for a').selectOption(by)
    await this.page.getByLabel(by, { exact: true }).fill(wanted)
    await this.page.getByRole('button', { name: 'Find mail' }).click()
  }

  /** What became of one, as it is told. */
  found(what: string): Locator {
    return this.page
      .getByRole('region', { name: 'Found mail' })
      .getByRole('listitem')
      .filter({ hasText: what })
  }
}
