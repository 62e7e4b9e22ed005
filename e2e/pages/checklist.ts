import { expect, type Locator, type Page } from '@playwright/test'

export const TO_SEND = ['DKIM 1', 'DKIM 2', 'DKIM 3', 'Return path', 'SPF'] as const
export const TO_RECEIVE = ['Inbound mail'] as const
export const ADVICE = ['DMARC'] as const
export const ALL = [...TO_SEND, ...TO_RECEIVE, ...ADVICE]
export type Label = (typeof ALL)[number] | 'Ownership'
export type Column = 'type' | 'host' | 'value' | 'priority' | 'TTL'

/** A domain's page as its reader finds things there: by role and by name. */
export class Checklist {
  constructor(readonly page: Page) {}

  /** Adds a domain by its form; answers when its page is there. */
  static async add(page: Page, tenant: string, typed: string, shown = typed): Promise<Checklist> {
    await page.goto(`/t/${tenant}/domains/new`)
    await page.getByLabel('Domain', { exact: true }).fill(typed)
    await page.getByRole('button', { name: 'Add domain' }).click()
    await expect(page.getByRole('heading', { level: 1, name: shown, exact: true })).toBeVisible()
    return new Checklist(page)
  }

  /** Takes one away again, whatever page one is on: a tenant has room for fifty. */
  static async discard(page: Page, tenant: string, id: string) {
    const headers = { 'letterhead-tenant': tenant, origin: new URL(page.url()).origin }
    expect((await page.request.delete(`/api/v1/domains/${id}`, { headers })).status()).toBe(200)
  }

  /** Until all records are listed: the keys come a moment after the page. */
  async complete({ timeout }: { timeout?: number } = {}): Promise<this> {
    await expect(this.row('DKIM 3').getByRole('button')).not.toHaveCount(0, timeout ? { timeout } : {})
    return this
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }

  row(label: Label): Locator {
    const heading = this.page.getByRole('heading', { name: label, exact: true, level: 3 })
    return this.page.getByRole('listitem').filter({ has: heading })
  }

  chip(label: Label): Locator {
    return this.row(label).locator('[data-verdict]')
  }

  /** The cell of a record, which is its own copy button. */
  cell(label: Label, column: Column): Locator {
    return this.row(label).getByRole('button', { name: `Copy ${column} of ${label}: ` })
  }

  async text(label: Label, column: Column): Promise<string> {
    const said = (await this.cell(label, column).locator('span').first().textContent()) ?? ''
    const value = said.slice(`Copy ${column} of ${label}: `.length)
    return column === 'TTL' ? value.replace(/ s$/, '') : value
  }

  /** The record as it would be typed at a DNS provider. */
  async record(label: Label) {
    const priority = (await this.cell(label, 'priority').count()) > 0 && (await this.text(label, 'priority'))
    return {
      name: await this.text(label, 'host'),
      type: await this.text(label, 'type'),
      value: await this.text(label, 'value'),
      ...(priority && { priority: Number(priority) }),
    }
  }

  /** Hosts in full, as a zone file has them. */
  async showFullHosts() {
    await this.page.getByText('Full', { exact: true }).click()
    await expect(this.page.getByRole('radio', { name: 'Full' })).toBeChecked()
  }

  get head(): Locator {
    return this.page.locator('header', { has: this.page.getByRole('heading', { level: 1 }) })
  }

  /** What screen readers are told about changes. */
  get announcer(): Locator {
    return this.page.locator('[data-announcer][role=status]')
  }

  get sends(): Locator {
    return this.page.locator('[data-send]')
  }
}
