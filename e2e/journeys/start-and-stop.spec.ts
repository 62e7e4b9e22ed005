import { expect, test } from '@playwright/test'
import { existsSync } from 'node:fs'
import { isRunning, LocalProduct } from '../support/local-product'

// A start is quick; two of them beside another product's journeys are not always.
test.describe.configure({ timeout: 240_000 })

/** `npm start` as a process: what it starts, it ends. Each test has a state folder of its own beside the run's product. */
let product: LocalProduct
test.beforeEach(() => {
  product = new LocalProduct()
})
test.afterEach(() => product.discard())

test('Ctrl-C ends every process that was started', async () => {
  const { url } = await product.start()
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  const pids = product.pids()
  expect(pids.length).toBeGreaterThanOrEqual(4)

  expect(await product.interrupt()).toBe(0)
  expect(pids.filter(isRunning)).toEqual([])
  expect(existsSync(product.file('run.json'))).toBe(false)
})

test('after kill -9 of the supervisor the next start ends what was left and takes over', async () => {
  const first = await product.start()
  const left = product.pids()
  await product.kill()

  const second = await product.start()
  expect(second.url).toBe(first.url)
  expect(left.filter(isRunning)).toEqual([])
  expect((await fetch(`${second.url}/api/health`)).status).toBe(200)
})

test('a second start in the same folder says where the first one runs, and leaves it alone', async () => {
  const { url } = await product.start()
  const { exitCode, words } = await product.startAgain()
  expect(exitCode).toBe(1)
  expect(words).toContain(`already runs here, at ${url}`)
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
})

test('web and worker that die are replaced', async () => {
  const { url } = await product.start()
  const before = product.pids('web', 'worker')
  for (const pid of before) process.kill(pid, 'SIGKILL')
  await expect
    .poll(() => product.pids('web', 'worker').filter((pid) => !before.includes(pid)).length, {
      timeout: 60_000,
    })
    .toBe(2)
  await expect
    .poll(
      () =>
        fetch(`${url}/api/health`).then(
          (r) => r.status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200)
})
