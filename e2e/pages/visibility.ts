import type { Page } from '@playwright/test'

/** Tells the page that nobody sees it, or that somebody does again, as the browser would on a change of tabs. */
export const setVisibility = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)

/** Every request the page makes from here on, the stream of changes included. */
export function requestsOf(page: Page): string[] {
  const made: string[] = []
  page.on('request', (request) => made.push(`${request.method()} ${new URL(request.url()).pathname}`))
  return made
}
