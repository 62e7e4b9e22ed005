import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import type { Installation } from './installation'

export type Persona = 'customer' | 'neighbour' | 'support' | 'admin'
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>

const homes: Record<Persona, string> = {
  customer: '/t/mnexa/domains',
  neighbour: '/t/harbor/domains',
  support: '/support',
  admin: '/admin',
}

/** Through the one-click door of local mode, as a person goes. */
export async function enter(page: Page, who: Persona) {
  await page.goto(`/local/enter/${who}`)
  await page.getByRole('button', { name: 'Enter' }).click()
  await expect(page).toHaveURL((url) => url.pathname === homes[who], { timeout: 30_000 })
}

const sessions = new Map<string, Session>()

/** A browser of their own, with a clipboard; the sign-in itself happens once a run and product. */
export async function browserOf(
  browser: Browser,
  { url, stateDir }: Pick<Installation, 'url' | 'stateDir'>,
  who: Persona,
): Promise<BrowserContext> {
  // Products come and go on the same port: their folder tells them apart.
  const key = `${who} in ${stateDir}`
  if (!sessions.has(key)) {
    const first = await browser.newContext({ baseURL: url })
    await enter(await first.newPage(), who)
    sessions.set(key, await first.storageState())
    await first.close()
  }
  const permissions = ['clipboard-read', 'clipboard-write']
  return browser.newContext({ baseURL: url, permissions, storageState: sessions.get(key) })
}
