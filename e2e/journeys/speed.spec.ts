import type { Page } from '@playwright/test'
import { Checklist, TO_SEND, type Label } from '../pages/checklist'
import { freshName } from '../pages/names'
import { Panel } from '../pages/panel'
import { median, report } from '../pages/report'
import { expect, test } from '../pages/test'

// What the issue asks for; measured and printed, not asserted: the machine's other work is not the product's.
const TARGET = 2_000

test('a published record is green on the open page in about a second', async ({ customer: page }) => {
  test.setTimeout(120_000)
  const times: { what: string; ms: number }[] = []
  for (const word of ['speed-a', 'speed-b']) {
    const name = freshName(word)
    const list = await (await Checklist.add(page, 'mnexa', name)).complete()
    for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Not found yet')
    await noteGreen(page)
    const panel = await Panel.open(await page.context().newPage())
    for (const label of TO_SEND) {
      const clicked = noteClick(panel.page)
      await panel.press(name, label, 'Publish')
      await expect(list.chip(label)).toHaveText('Found')
      times.push({ what: `${label} of ${name}`, ms: (await greenAt(page, label)) - (await clicked) })
    }
    await panel.page.close()
  }
  expect(times).toHaveLength(10)
  for (const { what, ms } of times) report('speed', `${what}: ${ms} ms`)
  report('speed', `median of ${times.length}: ${median(times.map(({ ms }) => ms))} ms (target: ${TARGET} ms)`)
})

/** From here on the page notes when each record turns green. */
const noteGreen = (page: Page) =>
  page.evaluate(() => {
    const at: Record<string, number> = {}
    const look = () => {
      for (const chip of document.querySelectorAll('[data-verdict=found]')) {
        const label = chip.closest('li')?.querySelector('h3')?.textContent ?? ''
        at[label] ??= Date.now()
      }
    }
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    Object.assign(window, { greenAt: at })
  })

const greenAt = (page: Page, label: Label) =>
  page.evaluate((key) => (window as unknown as { greenAt: Record<string, number> }).greenAt[key] ?? 0, label)

/** The moment of the next click, on the clock of the same machine. */
const noteClick = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) =>
        addEventListener('click', () => done(Date.now()), { capture: true, once: true }),
      ),
  )
