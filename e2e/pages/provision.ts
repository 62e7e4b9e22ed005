import { expect, type Locator, type Page } from '@playwright/test'

export interface Person {
  email: string
  role?: 'Owner' | 'Member'
  when?: 'Now' | 'When the domain is ready'
}
interface Wanted {
  name: string
  slug: string
  plan?: 'Free' | 'Pro' | 'Enterprise'
  domain?: string
  people?: Person[]
}

/** Where whole customers are made: one by the form, many from a file. */
export class Provision {
  constructor(readonly page: Page) {}

  async open(): Promise<this> {
    await this.page.goto('/admin/provision')
    await expect(this.page.getByRole('heading', { level: 1, name: 'Provision' })).toBeVisible()
    return this
  }

  field(label: string): Locator {
    return this.page.getByRole('region', { name: 'One tenant' }).getByLabel(label, { exact: true })
  }

  person(at: number): Locator {
    return this.page.locator('[data-person]').nth(at)
  }

  async fill({ name, slug, plan = 'Free', domain = '', people = [] }: Wanted) {
    await this.field('Name').fill(name)
    await this.field('Slug').fill(slug)
    await this.field('Plan').selectOption(plan)
    await this.field('Domain').fill(domain)
    for (const [at, { email, role = 'Member', when = 'Now' }] of people.entries()) {
      if ((await this.person(at).count()) === 0)
        await this.page.getByRole('button', { name: 'Add a person' }).click()
      await this.person(at).getByLabel('E-mail address').fill(email)
      await this.person(at).getByLabel('Role').selectOption(role)
      await this.person(at).getByLabel('When').selectOption(when)
    }
  }

  async send() {
    await this.page.getByRole('button', { name: 'Provision tenant' }).click()
  }

  /** What was asked for, on the page that tells what came of it. */
  step(what: string): Locator {
    return this.page.getByRole('region', { name: 'Steps' }).getByRole('listitem').filter({ hasText: what })
  }

  get next(): Locator {
    return this.page.getByRole('region', { name: 'What is next' })
  }

  async sendFile(lines: string[], name = 'tenants.csv') {
    const buffer = Buffer.from(`${lines.join('\r\n')}\r\n`)
    await this.page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer })
    await this.page.getByRole('button', { name: 'Send file' }).click()
  }
}
