import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'

/** axe finds nothing in either colour scheme, and nothing reaches beyond the side of a phone. */
export const inspect = (page: Page, what: string) =>
  test.step(`inspect ${what}`, () => findNothing(page, what))

// All else that axe looks at is the same in the dark.
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

async function findNothing(page: Page, what: string) {
  // A page that is still being sent is none yet: its parts lie hidden until they are put in their places.
  await page.locator('h1:visible').first().waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(OF_COLOURS) : axe).analyze()
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`,
    )
    expect.soft(found, `axe on ${what}, ${colorScheme}`).toEqual([])
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    elements: [...document.querySelectorAll('body *')]
      .filter(
        (element) => element.getBoundingClientRect().right > 321 && !element.closest('.sr-only, [popover]'),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  }))
  expect
    .soft(wide.page, `${what} scrolls sideways at 320 px: ${wide.elements.join('\n')}`)
    .toBeLessThanOrEqual(320)
  await page.setViewportSize(size ?? { width: 1280, height: 720 })
}

// What no customer should ever meet, the provider's own words and names; its servers' names are record values.
const PROVIDER = /\b(aws|ses|arn|amazon\w*|sesv2|easy dkim)\b/i
const SERVERS = /(include:)?([\w-]+\.)*(amazonses|amazonaws)\.com/g

/** No provider's word in what a customer reads; the records themselves have to name the provider's servers. */
async function expectNoProviderWord(page: Page, what: string) {
  const text = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll('script, style, code, .pasted')) element.remove()
    const attributes = [...copy.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.title, copy.textContent, ...attributes].join(' ')
  })
  expect.soft(text.replace(SERVERS, '').match(PROVIDER)?.[0], `a provider's word on ${what}`).toBeUndefined()
}

/** What a customer may see: sound, and in our own words. */
export async function look(page: Page, what: string) {
  await inspect(page, what)
  await expectNoProviderWord(page, what)
}
