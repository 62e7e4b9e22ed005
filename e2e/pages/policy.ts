import { expect, type Locator, type Page } from '@playwright/test'

/** A workspace's policy, as an admin edits it. */
export class Policy {
  constructor(
    readonly page: Page,
    readonly workspace: { slug: string; name: string },
  ) {}

  async open(): Promise<this> {
    await this.page.goto(`/admin/workspaces/${this.workspace.slug}`)
    await expect(this.page.getByRole('heading', { level: 1, name: this.workspace.name })).toBeVisible()
    return this
  }

  /** All that is said of one limit. */
  field(label: string): Locator {
    return this.page.locator('[data-field]').filter({ has: this.input(label) })
  }

  input(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true })
  }

  /** Types a value; what it would bring is told once it is worked out. */
  async type(label: string, value: string) {
    await this.input(label).fill(value)
  }

  /** Goes on to the question that names what will change. */
  async review(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Review changes' }).click()
    const dialog = this.page.getByRole('dialog', { name: `Change the policy of ${this.workspace.name}` })
    await expect(dialog).toBeVisible()
    return dialog
  }

  async save() {
    const dialog = await this.review()
    await dialog.getByRole('button', { name: 'Change policy' }).click()
    await expect(dialog).toBeHidden()
  }

  async saved() {
    await expect(this.page.getByText('Saved. It holds from the next act on.')).toBeVisible()
  }

  /** One entry of the history. */
  version(n: number): Locator {
    return this.page.locator(`[data-version="${n}"]`)
  }
}

/** A change as it is read: the arrow is for the eye, the word for who listens. */
export const becomes = (label: string, before: string, after: string) =>
  `${label}: ${before} →becomes ${after}`
