import { readFile } from 'node:fs/promises'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

type Folder = 'Inbox' | 'Spam' | 'Quarantine' | 'Trash'

/** An inbox as its reader has it before them. */
export class Inbox {
  constructor(
    readonly page: Page,
    readonly tenant: string,
  ) {}

  /** Opens a new one by the form; answers when it stands there. */
  static async open(
    page: Page,
    tenant: string,
    { localPart = '', domain = '', name = '' }: { localPart?: string; domain?: string; name?: string } = {},
  ): Promise<Inbox> {
    await page.goto(`/t/${tenant}/inboxes`)
    await page.getByRole('button', { name: 'Open inbox' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Open an inbox' })
    if (localPart) await dialog.getByLabel('Address').fill(localPart)
    if (domain) await dialog.getByLabel('Domain').selectOption({ value: domain })
    await dialog.getByLabel('Name, if you like').fill(name)
    await dialog.getByRole('button', { name: 'Open inbox' }).click()
    await expect(page.getByRole('navigation', { name: 'Folders' })).toBeVisible()
    return new Inbox(page, tenant)
  }

  get id(): string {
    return new URL(this.page.url()).pathname.split('/')[4] ?? ''
  }

  /** What people write to. */
  async address(): Promise<string> {
    const api = await this.page.request.get(`/api/v1/inboxes/${this.id}`, {
      headers: { 'letterhead-tenant': this.tenant },
    })
    return ((await api.json()) as { address: string }).address
  }

  grid(folder: Folder = 'Inbox'): Locator {
    return this.page.getByRole('grid', { name: `Messages in ${folder.toLowerCase()}` })
  }

  rows(folder?: Folder): Locator {
    return this.grid(folder).getByRole('row')
  }

  row(subject: string, folder?: Folder): Locator {
    return this.rows(folder).filter({ hasText: subject })
  }

  folder(name: Folder): Locator {
    return this.page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name })
  }

  /** Opens one that is in the list. */
  async read(subject: string, folder?: Folder): Promise<Locator> {
    await this.row(subject, folder).getByRole('link').click()
    await expect(this.message.getByRole('heading', { level: 2, name: subject })).toBeVisible()
    return this.message
  }

  get message(): Locator {
    return this.page.getByRole('article', { name: 'Message' })
  }

  /** Its HTML, in a frame of its own. */
  get body(): FrameLocator {
    return this.message.frameLocator('iframe[title=Message]')
  }

  async search(text: string) {
    await this.page.getByRole('searchbox', { name: 'Search messages' }).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** What a link saves. */
  async download(link: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), link.click()])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
}
