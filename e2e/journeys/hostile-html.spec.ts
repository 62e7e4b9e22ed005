import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test, type Page, type Request } from '@playwright/test'
import { wholeBrowser } from '../support/chromium'

const AT_ONCE = 60
// Fetching ahead is done by what lies around the page.
test.use({ launchOptions: wholeBrowser })

let server: ChildProcess
let url: string
let elsewhere: string
let names: string[]

test.beforeAll(async () => {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/messages/html/testing/serve.ts']
  server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(server.stdout!), 'line')) as [string]
  ;({ url, elsewhere } = JSON.parse(line) as { url: string; elsewhere: string })
  names = await ask<string[]>('/bodies')
})
test.afterAll(() => server.kill())

const ask = async <T>(path: string) => (await (await fetch(url + path)).json()) as T

/** All that must never happen while a page stands open. */
function listen(page: Page) {
  const seen: string[] = []
  const leaves = (request: Request) => {
    const { origin, pathname } = new URL(request.url())
    if (request.url().startsWith('data:')) return
    if (origin !== url || !['/page', '/frame'].includes(pathname))
      seen.push(`asked for ${request.url().slice(0, 200)}`)
  }
  page.on('requestfinished', leaves)
  // What the frame's policy or its want of an origin stopped never left: the server elsewhere counts who connects as well.
  page.on('requestfailed', (request) => {
    if (!/^(csp|origin)$/.test(request.failure()?.errorText ?? '')) leaves(request)
  })
  page.on('console', (message) => {
    if (message.text() === 'RAN') seen.push('a script wrote into the console')
  })
  page.on('dialog', (dialog) => {
    seen.push(`a script said ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => seen.push(`opened ${popup.url()}`))
  return seen
}

for (const [what, mode, bare] of [
  ['made safe, in their frame', 'on', false],
  // Not even made safe, and without the attribute that a page of ours gives its frame.
  ['as they came, behind the walls of their document alone', 'off', true],
] as const)
  test(`hostile messages ${what}: no script runs, nothing is asked for elsewhere`, async ({ page }) => {
    expect(names.length).toBeGreaterThanOrEqual(200)
    const seen = listen(page)
    await ask('/touched')
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const to = from + AT_ONCE
      await page.goto(`${url}/page?from=${from}&to=${to}&mode=${mode}${bare ? '&bare' : ''}`)
      // As long as what waits (refreshes, transitions, prefetches) takes to begin.
      await page.waitForTimeout(600)
      expect.soft(await page.evaluate('heard'), names.slice(from, to).join(', ')).toEqual([])
      expect.soft(seen.splice(0), names.slice(from, to).join(', ')).toEqual([])
      expect.soft(await ask('/touched'), names.slice(from, to).join(', ')).toEqual([])
      expect(new URL(page.url()).pathname).toBe('/page')
    }
    expect(elsewhere).toMatch(/^127\.0\.0\.1:\d+$/)
  })

test('where a link leads lies open to the eye, whatever its sender does to hide it', async ({ page }) => {
  const from = names.findIndex((name) => name.startsWith('target '))
  const count = names.filter((name) => name.startsWith('target ')).length
  expect(count).toBeGreaterThan(40)
  await page.goto(`${url}/page?from=${from}&to=${from + count}&mode=on`)
  for (const frame of page.mainFrame().childFrames()) {
    const label = frame.getByText('(evil.example)', { exact: true })
    // Where it is, nothing else is hit.
    await label.click({ trial: true })
    await expect(label).toHaveCSS('font-size', '12px')
    await expect(label).toHaveCSS('color', 'rgb(87, 96, 106)')
    await expect(label).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  }
})

test('what is looked for would be seen: the same bodies without walls run and call', async ({ page }) => {
  const seen = listen(page)
  await page.goto(`${url}/page?from=0&to=1&mode=none`)
  await page.setContent(
    `<iframe srcdoc="<script>console.log('RAN')</script><img src='http://${elsewhere}/seen'>"></iframe>`,
  )
  await expect.poll(() => seen.join()).toContain('console')
  expect(await ask<string[]>('/touched')).toContain('GET /seen')
})
