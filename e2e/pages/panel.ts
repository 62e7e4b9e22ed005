import { expect, type Locator, type Page } from '@playwright/test'
import type { Label } from './checklist'

/** The local DNS provider's panel and the mail that left. */
export class Panel {
  constructor(readonly page: Page) {}

  static async open(page: Page): Promise<Panel> {
    await page.goto('/local')
    await expect(page.getByRole('heading', { level: 1, name: 'Local DNS and mail' })).toBeVisible()
    return new Panel(page)
  }

  /** The records that one domain waits for. */
  wanted(domain: string): Locator {
    const heading = this.page.getByRole('heading', { level: 3, name: domain, exact: true })
    return this.page.locator('section#wanted section').filter({ has: heading })
  }

  row(domain: string, label: Label): Locator {
    return this.wanted(domain)
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^${label}`) })
  }

  /** Presses a quick button, such as `Publish` or `Wrong value`, once the one before is done. */
  async press(domain: string, label: Label, button: string) {
    const name =
      button === 'Publish' || button === 'Take down' ? `${button} ${label}` : `${button} for ${label}`
    const target = this.row(domain, label).getByRole('button', { name, exact: true })
    await expect(target).toBeEnabled()
    await target.click()
    const done =
      { Publish: `${label} published.`, 'Take down': `${label} taken down.` }[button] ?? `${name} published.`
    await expect(this.status).toHaveText(done)
  }

  /** Everything a domain waits for, with one button. */
  async publishAll(domain: string) {
    await this.wanted(domain)
      .getByRole('button', { name: `Publish all for ${domain}` })
      .click()
    await expect(this.status).toHaveText(/^\d+ records published\.$/)
  }

  get status(): Locator {
    return this.page.locator('#main > p[role=status]')
  }
}
