import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { browserOf } from '../pages/people'
import { report } from '../pages/report'
import { expect, test } from '../pages/test'
import { wholeBrowser } from '../support/chromium'

const BUDGET = 150_000
const LEAST = 95

test('the first load of a checklist needs less than 150 kB of compressed script', async ({
  customer,
  product,
  browser,
}) => {
  const list = await (await Checklist.add(customer, 'mnexa', freshName('weight'))).complete()
  const context = await browserOf(browser, product, 'customer')
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Map<string, { url: string; packed: boolean; body: number; bytes: number }>()
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    const packed = /gzip|br|zstd/.test(
      response.headers['Content-Encoding'] ?? response.headers['content-encoding'] ?? '',
    )
    if (type === 'Script' || /javascript/.test(response.mimeType))
      scripts.set(requestId, { url: response.url, packed, body: 0, bytes: 0 })
  })
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.body += encodedDataLength
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const script = scripts.get(requestId)
    if (script) script.bytes = encodedDataLength
  })
  await page.goto(`/t/mnexa/domains/${list.id}`)
  await expect(list.chip('DKIM 1')).toHaveText('Not found yet')
  await page.waitForLoadState('load')
  // A click that is answered shows that the page lives: its scripts are here.
  await Promise.all([
    expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible(),
    page.getByRole('button', { name: 'Copy all' }).click(),
  ])
  const underWay = () => [...scripts.values()].filter((script) => script.bytes === 0)
  await expect.poll(underWay, 'all have arrived').toEqual([])
  const files = [...scripts.values()]
  const sum = (of: 'body' | 'bytes') => files.reduce((total, script) => total + script[of], 0)
  report(
    'script',
    `${files.length} files, ${sum('body')} bytes compressed, ${sum('bytes')} with headers (budget: ${BUDGET})`,
  )
  expect(files.length).toBeGreaterThan(0)
  expect(
    files.filter((script) => !script.packed && script.bytes > 1_500),
    'all are sent compressed',
  ).toEqual([])
  expect(sum('body')).toBeLessThan(BUDGET)
  await context.close()
})

test('Lighthouse finds the landing and a checklist accessible and well made', async ({
  customer,
  product,
  world,
}) => {
  test.setTimeout(180_000)
  const list = await (await Checklist.add(customer, 'mnexa', freshName('lighthouse'))).complete()
  await list.showFullHosts()
  for (const label of ['DKIM 1', 'SPF'] as const) await world.publish(await list.record(label))
  await expect(list.chip('SPF')).toHaveText('Found')
  const cookies = (await customer.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const page = `${product.url}/t/mnexa/domains/${list.id}`
  await customer.close()

  const folder = await mkdtemp(join(tmpdir(), 'letterhead-e2e-'))
  const browser = await chromium.launchPersistentContext(folder, {
    ...wholeBrowser,
    args: [...wholeBrowser.args, '--remote-debugging-port=0'],
    // Lighthouse says how large its screen is.
    viewport: null,
  })
  try {
    // The browser takes a port itself and writes down which.
    const port = Number((await readFile(join(folder, 'DevToolsActivePort'), 'utf8')).split('\n')[0])
    for (const [what, url] of [
      ['landing', product.url],
      ['checklist', page],
    ] as const) {
      const flags = {
        port,
        output: 'json' as const,
        logLevel: 'error' as const,
        extraHeaders: { Cookie: cookies },
        disableStorageReset: true,
      }
      const categories = ['performance', 'accessibility', 'best-practices']
      const run = await lighthouse(url, { ...flags, onlyCategories: categories }, desktopConfig)
      if (!run) throw new Error('Lighthouse gave no answer')
      expect(run.lhr.finalDisplayedUrl, 'the page that was asked for').toBe(new URL(url).href)
      const scores = categories.map(
        (name) => [name, Math.round((run.lhr.categories[name]?.score ?? 0) * 100)] as const,
      )
      const audits = Object.values(run.lhr.audits).filter(
        (audit) => audit.score !== null && audit.score < 0.9,
      )
      report(
        'lighthouse',
        `${what}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')} (aim: ${LEAST} or more)`,
      )
      const why = audits.map((audit) => `${audit.id} ${audit.displayValue ?? audit.title}`).join('; ')
      // Performance is a timing: it says as much of the machine as of the page, so it is printed and not judged.
      for (const [name, score] of scores.filter(([name]) => name !== 'performance'))
        expect.soft(score, `${name} of the ${what}: ${why}`).toBeGreaterThanOrEqual(LEAST)
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
