import { expect, type Locator, type Page } from '@playwright/test'

interface Place {
  slug: string
  name: string
}

/** One tenant, as an admin governs it. */
export class TenantDesk {
  constructor(
    readonly page: Page,
    readonly tenant: Place,
  ) {}

  async open(): Promise<this> {
    await this.page.goto(`/admin/tenants/${this.tenant.slug}`)
    await expect(this.page.getByRole('heading', { level: 1, name: this.tenant.name })).toBeVisible()
    return this
  }

  fact(term: string): Locator {
    return this.page.locator(`dt:text-is("${term}") + dd`)
  }

  /** Every limit with what is used of it and who decides it. */
  limit(label: string): Locator {
    return this.page
      .getByRole('table', { name: 'Limits in effect' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: label, exact: true }) })
  }

  /** One entry of where it has been. */
  moved(from: Place, to: Place): Locator {
    return this.page.getByRole('listitem').filter({ hasText: `${from.name} to ${to.name}` })
  }

  /** Asks for a move and waits for what it would change. */
  async askMove(workspace: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Move tenant' }).click()
    const dialog = this.page.getByRole('dialog', { name: `Move ${this.tenant.name}` })
    await dialog.getByLabel('Workspace it goes to').fill(workspace)
    return dialog
  }

  async askSuspension(reason: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Suspend', exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: `Suspend ${this.tenant.name}` })
    await dialog.getByLabel('Reason').fill(reason)
    await dialog.getByRole('button', { name: `Suspend ${this.tenant.name}` }).click()
    return dialog
  }
}
