import { Checklist } from '../pages/checklist'
import { freshName } from '../pages/names'
import { browserOf } from '../pages/people'
import { expect, test } from '../pages/test'
import { requestsOf, setVisibility } from '../pages/visibility'

test('two browsers on one page both turn green', async ({ customer, browser, product, world }) => {
  const name = freshName('pair')
  const first = await (await Checklist.add(customer, 'mnexa', name)).complete()
  await first.showFullHosts()
  const context = await browserOf(browser, product, 'customer')
  const second = new Checklist(await context.newPage())
  await second.page.goto(customer.url())
  await world.publish(await first.record('DKIM 2'))
  await Promise.all([first, second].map((list) => expect(list.chip('DKIM 2')).toHaveText('Found')))
  await Promise.all([first, second].map((list) => expect(list.announcer).toContainText('DKIM 2 found')))
  await context.close()
})

test('a hidden page asks nothing, and catches up when it is shown', async ({
  customer,
  browser,
  product,
  world,
}) => {
  test.setTimeout(90_000)
  const name = freshName('hidden')
  const hidden = await (await Checklist.add(customer, 'mnexa', name)).complete()
  await hidden.showFullHosts()
  const context = await browserOf(browser, product, 'customer')
  const open = new Checklist(await context.newPage())
  await open.page.goto(customer.url())
  await expect(open.chip('DKIM 1')).toHaveText('Not found yet')
  const record = await hidden.record('DKIM 1')

  const streamEnds = customer.waitForEvent('requestfailed', (request) => request.url().includes('/api/live'))
  await setVisibility(customer, 'hidden')
  await streamEnds
  const made = requestsOf(customer)
  const before = await hidden.chip('DKIM 1').innerText()
  await world.publish(record)
  // The other browser has seen the change, and said twice more that it looks: long enough to tell silence.
  await expect(open.chip('DKIM 1')).toHaveText('Found')
  const watching = () => open.page.waitForResponse((answer) => answer.url().endsWith('/watch'))
  await watching()
  await watching()
  expect(made, 'requests of the hidden page').toEqual([])
  expect(await hidden.chip('DKIM 1').innerText()).toBe(before)

  await setVisibility(customer, 'visible')
  await expect(hidden.chip('DKIM 1')).toHaveText('Found')
  expect(made).not.toEqual([])
  await context.close()
})
