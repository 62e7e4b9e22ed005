import type { Locator, Page } from '@playwright/test'

/** One message that left, as its receiver judged it. */
export class Message {
  constructor(readonly page: Page) {}

  /** A fact of the summary: From, Signed by, Mailed by, To. */
  fact(name: string): Locator {
    return this.page.locator('dl').first().locator(`dt:text-is("${name}") + dd`)
  }

  check(kind: 'dkim' | 'spf' | 'dmarc'): Locator {
    return this.page.locator(`[data-check=${kind}]`)
  }
}
