import { expect, test, type Page } from '@playwright/test'
import { ALL, Checklist, TO_SEND } from '../pages/checklist'
import { freshName } from '../pages/names'
import { browserOf } from '../pages/people'
import { ProductProcess } from '../pages/product-process'
import { median, report } from '../pages/report'
import { expectGone, expectOneOfEach } from '../pages/ses'

interface Point {
  operation: string
  when: 'before' | 'after'
}

/** Death before a call is made, and after it was done but not heard of. */
const around = (operation: string): Point[] => [
  { operation, when: 'before' },
  { operation, when: 'after' },
]

const ofATenant = [
  ...around('CreateTenant'),
  ...around('CreateConfigurationSet'),
  ...around('CreateTenantResourceAssociation'),
]

const ofADomain = [
  ...around('CreateEmailIdentity'),
  ...around('PutEmailIdentityMailFromAttributes'),
  ...around('CreateTenantResourceAssociation'),
  // Its own identity being there already, the next one done is the platform's.
  { operation: 'CreateTenantResourceAssociation', when: 'after' } satisfies Point,
]
const ofAnEnd = [...around('DeleteTenantResourceAssociation'), ...around('DeleteEmailIdentity')]

test('kill -9 of everything, at every call to the mail network, loses nothing and doubles nothing', async ({
  browser,
}) => {
  test.setTimeout(900_000)
  const product = new ProductProcess()
  const story = new Story(product)
  const [made, ended] = [freshName('made'), freshName('ended')]
  try {
    await test.step('the very first start, at each call for a tenant', () => story.dieAt(ofATenant))
    const url = await story.startWhole()
    await expect(async () => expectOneOfEach(await product.world())).toPass()
    const page = await (await browserOf(browser, { url, stateDir: product.stateDir }, 'customer')).newPage()
    const list = new Checklist(page)
    await test.step('a domain that is made, at each call', async () => {
      await story.dieDuring(ofADomain, () => Checklist.add(page, 'mnexa', made))
      await story.startWhole()
      // What a dead worker had taken falls due again after twenty seconds.
      await list.complete({ timeout: 45_000 })
    })
    await test.step('a message under way never leaves twice', () => sendAndDie(story, list, made))

    await test.step('a domain that is taken down, at each call', async () => {
      await (await Checklist.add(page, 'mnexa', ended)).complete()
      await expect(page.getByText('Waiting for records')).toBeVisible({ timeout: 30_000 })
      await story.dieDuring(ofAnEnd, () => remove(page, ended))
      await story.startWhole()
    })

    await test.step('the one is complete, the other gone, and nothing is there twice', async () => {
      await page.goto('/t/mnexa/domains')
      await expect(page.getByRole('link', { name: ended, exact: true })).toHaveCount(0, { timeout: 60_000 })
      await expect(page.getByRole('link', { name: made, exact: true })).toHaveCount(1)
      await page.getByRole('link', { name: made, exact: true }).click()
      await list.complete()
      await list.showFullHosts()
      for (const label of ALL) await expect(list.row(label)).toHaveCount(1)
      const world = await product.world()
      for (const label of ALL) await world.publish(await list.record(label))
      for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Found', { timeout: 30_000 })
      await expect(list.head.getByText('Ready to send')).toBeVisible({ timeout: 30_000 })
      await expectOneOfEach(world, made)
      await expectGone(world, ended)
    })

    await test.step('what may have left is told so, on the open page', async () => {
      await expect(list.sends).toHaveText([/May have left/, /May have left/], { timeout: 150_000 })
      expect(await arrived(product, made)).toBe(1)
    })
    await page.context().close()
    report(
      'kill -9',
      `${story.deaths} deaths at named points; a start takes ${median(story.starts)} ms (median)`,
    )
  } finally {
    await product.killAll()
    await product.discard()
  }
})

const arrived = async (product: ProductProcess, name: string) =>
  (await (await product.world()).mail()).filter(({ subject }) => subject.includes(name)).length

/** The click that heard no answer, and the same click again after the start. */
async function sendAndDie(story: Story, list: Checklist, name: string) {
  const { page } = list
  const send = page.getByRole('button', { name: 'Send a test message' })
  // The records were complete before the last deaths; what was left of the set-up waits for the dead worker's lease.
  await expect(page.getByText('mail leaves by the shared path')).toBeVisible({ timeout: 45_000 })
  for (const [when, left] of [
    ['before', 0],
    ['after', 1],
  ] as const)
    await test.step(`killed ${when} SendEmail`, async () => {
      await story.dieDuring([{ operation: 'SendEmail', when }], () => send.click())
      await story.startWhole()
      await expect(page.getByText('We could not reach the server. Check')).toBeVisible()
      await send.click()
      await expect(page.getByText('We could not reach the server. Check')).toBeHidden()
      await expect(list.sends).toHaveCount(left + 1)
      expect(await arrived(story.product, name)).toBe(left)
    })
}

async function remove(page: Page, name: string) {
  await page.getByRole('button', { name: 'Delete domain' }).click()
  await page.getByLabel(`Type ${name} to confirm`).fill(name)
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible()
}

/** Starts a product, waits for the calls at which it shall die, and kills it there. */
class Story {
  deaths = 0
  readonly starts: number[] = []

  constructor(readonly product: ProductProcess) {}

  async dieAt(points: Point[]) {
    for (const point of points)
      await test.step(`${point.when} ${point.operation}`, async () => {
        this.product.begin()
        await this.product.arm(point)
        await this.dieWhenHit(point)
      })
  }

  /** The first death comes after an act of a person's; what it began is met again and again by the later ones. */
  async dieDuring([first, ...rest]: Point[], act: () => Promise<unknown>) {
    if (!first) return
    await this.product.arm(first)
    await act()
    await this.dieWhenHit(first)
    await this.dieAt(rest)
  }

  async dieWhenHit(point: Point) {
    const world = await this.product.world()
    const hits = async () => (await world.hits()).map(({ operation, when }) => ({ operation, when }))
    const message = `${point.when} ${point.operation} is reached`
    await expect.poll(hits, { message, timeout: 60_000, intervals: [50] }).toContainEqual(point)
    await this.product.killAll()
    this.deaths += 1
  }

  async startWhole(): Promise<string> {
    const { url, ms } = await this.product.startWhole()
    this.starts.push(ms)
    return url
  }
}
