import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { Checklist, TO_SEND } from '../pages/checklist'
import { freshName } from '../pages/names'
import { browserOf } from '../pages/people'
import { ProductProcess, sendSignal } from '../pages/product-process'
import { report } from '../pages/report'
import { isRunning } from '../support/local-product'

// What a dead worker had taken falls due again after twenty seconds.
const patience = { timeout: 45_000 }

let product: ProductProcess
test.beforeEach(() => {
  product = new ProductProcess()
})
test.afterEach(() => product.discard())

test('two workers share the work, and either one may die in the middle of it', async ({ browser }) => {
  test.setTimeout(240_000)
  const { url } = await product.startWhole()
  await product.startWorker()
  const context = await browserOf(browser, { url, stateDir: product.stateDir }, 'customer')
  const page = await context.newPage()
  const world = await product.world()

  await product.arm({ operation: 'CreateEmailIdentity', when: 'after' })
  const list = await Checklist.add(page, 'mnexa', freshName('two-workers'))
  await expect.poll(async () => (await world.hits()).length, { intervals: [50], ...patience }).toBe(1)
  for (const pid of product.pids('worker')) sendSignal(pid, 'SIGKILL')
  await list.complete(patience)
  await list.showFullHosts()
  for (const label of TO_SEND) await world.publish(await list.record(label))
  for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Found', patience)
  await expect(list.head.getByText('Ready to send')).toBeVisible(patience)

  await test.step('the other one dies too, and the first one’s successor goes on', async () => {
    await product.arm({ operation: 'PutEmailIdentityMailFromAttributes', when: 'before' })
    const other = await Checklist.add(page, 'mnexa', freshName('one-worker'))
    await expect.poll(async () => (await world.hits()).length, { intervals: [50], ...patience }).toBe(2)
    await product.killWorker()
    await other.complete(patience)
    await expect(other.head.getByText('Waiting for records')).toBeVisible(patience)
  })
  const { identities, calls } = await world.ses()
  for (const word of ['two-workers', 'one-worker'])
    expect(
      identities.filter(({ name }) => name.includes(word)),
      word,
    ).toHaveLength(1)
  const foreign = calls.filter(
    ({ operation, status }) => operation === 'DeleteEmailIdentity' && status === 200,
  )
  expect(foreign, 'nobody took down what another had made').toEqual([])
  await context.close()
})

test('a port that is taken is stepped over, and the second start is quick', async () => {
  test.setTimeout(240_000)
  const wished = process.env.E2E_PORT ?? '3900'
  // The run's own product holds the port already, unless it stepped over it: taken either way.
  const taken = createServer()
  await new Promise((done) =>
    taken.once('listening', done).once('error', done).listen(Number(wished), '127.0.0.1'),
  )
  const first = await product.startWhole()
  expect(new URL(first.url).port).not.toBe(wished)
  const processes = product.pids()
  expect(await product.interrupt()).toBe(0)
  expect(processes.filter(isRunning)).toEqual([])

  const second = await product.startWhole()
  expect(second.url, 'the address of the last time').toBe(first.url)
  report('start', `first ${first.ms} ms (empty state folder, built before), second ${second.ms} ms`)
  taken.close()
})
