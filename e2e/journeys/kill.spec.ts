import { expect, test, type Browser, type Page } from '@playwright/test'
import { ALL, Checklist, TO_SEND } from '../pages/checklist'
import { freshName } from '../pages/names'
import { browserOf } from '../pages/people'
import { ProductProcess } from '../pages/product-process'
import { report } from '../pages/report'
import type { World } from '../pages/world'

interface Point {
  operation: string
  when: 'before' | 'after'
}

/** Death before a call is made, and after it was done but not heard of. */
const around = (operation: string): Point[] => [
  { operation, when: 'before' },
  { operation, when: 'after' },
]

const ofTheTenant = [
  ...around('CreateTenant'),
  ...around('CreateConfigurationSet'),
  ...around('CreateTenantResourceAssociation'),
]
// Its own identity first; then, its own being there already, the one that is done next is the platform's.
const ofTheDomain = [
  ...around('CreateEmailIdentity'),
  ...around('PutEmailIdentityMailFromAttributes'),
  ...around('CreateTenantResourceAssociation'),
  { operation: 'CreateTenantResourceAssociation', when: 'after' } satisfies Point,
]
const ofTheEnd = [...around('DeleteTenantResourceAssociation'), ...around('DeleteEmailIdentity')]

test('kill -9 of everything at every call to the mail network loses nothing and doubles nothing', async ({
  browser,
}) => {
  test.setTimeout(360_000)
  const product = new ProductProcess()
  const story = new Story(product)
  try {
    await test.step('the very first start, killed at each call for a tenant', () => story.dieAt(ofTheTenant))
    const url = await story.startWhole()
    await test.step('every tenant has one of each', () =>
      expect(async () => expectOneOfEach(await product.world())).toPass())

    const page = await customerAt(browser, url)
    const name = freshName('killed')
    await test.step('added, then killed at each call for its domain', async () => {
      const [first, ...rest] = ofTheDomain
      await product.arm(first!)
      await Checklist.add(page, 'mnexa', name)
      await story.dieWhenHit(first!)
      await story.dieAt(rest)
      await story.startWhole()
      await expectComplete(page, name)
      await expect(async () => expectOneOfEach(await product.world(), name)).toPass()
    })
    const list = new Checklist(page)

    await test.step('a message under way is told as unconfirmed and never sent twice', async () => {
      const arrived = async () =>
        (await (await product.world()).mail()).filter(({ subject }) => subject.includes(name)).length
      await expect(page.getByText('mail leaves by the shared path')).toBeVisible()
      for (const [when, leaves] of [
        ['before', 0],
        ['after', 1],
      ] as const) {
        const before = await arrived()
        await product.arm({ operation: 'SendEmail', when })
        await page.getByRole('button', { name: 'Send a test message' }).click()
        await story.dieWhenHit({ operation: 'SendEmail', when })
        await story.startWhole()
        // The same click again, on the page that heard no answer.
        await expect(page.getByText('We could not reach the server')).toBeVisible()
        await page.getByRole('button', { name: 'Send a test message' }).click()
        await expect(page.getByText('We could not reach the server')).toBeHidden()
        await expect(list.sends).toHaveCount(leaves + 1)
        expect((await arrived()) - before, `killed ${when} the call`).toBe(leaves)
      }
      expect(await arrived()).toBe(1)
    })

    await test.step('and deleted, killed at each call of that', async () => {
      const other = freshName('removed')
      await (await Checklist.add(page, 'mnexa', other)).complete()
      await expect(page.getByText('Waiting for records')).toBeVisible()
      const [first, ...rest] = ofTheEnd
      await product.arm(first!)
      await page.getByRole('button', { name: 'Delete domain' }).click()
      await page.getByLabel(`Type ${other} to confirm`).fill(other)
      await page.getByRole('button', { name: `Delete ${other}` }).click()
      await story.dieWhenHit(first!)
      await story.dieAt(rest)
      await story.startWhole()
      await page.goto('/t/mnexa/domains')
      await expect(page.getByRole('link', { name, exact: true })).toHaveCount(1)
      await expect(page.getByRole('link', { name: other, exact: true })).toHaveCount(0, { timeout: 60_000 })
      const { identities, associations } = await (await product.world()).ses()
      expect(identities.map((identity) => identity.name)).not.toContain(other)
      expect(associations.filter(({ resourceArn }) => resourceArn.endsWith(other))).toEqual([])
      await expectOneOfEach(await product.world(), name)
    })

    await test.step('what may have left is told so, once each', async () => {
      await page.getByRole('link', { name, exact: true }).click()
      await expect(list.sends).toHaveText([/May have left/, /May have left/], { timeout: 150_000 })
      expect(
        (await (await product.world()).mail()).filter(({ subject }) => subject.includes(name)),
      ).toHaveLength(1)
    })

    await test.step('and the story goes on to its end', async () => {
      await list.showFullHosts()
      const world = await product.world()
      for (const label of ALL) await world.publish(await list.record(label))
      for (const label of TO_SEND) await expect(list.chip(label)).toHaveText('Found')
      await expect(list.head.getByText('Ready to send')).toBeVisible()
    })
    await page.context().close()
    report('kill -9', `${story.deaths} deaths at named points, ${story.median()} ms the median restart`)
  } finally {
    await product.killAll()
    await product.discard()
  }
})

/** Starts a product, waits for the call at which it shall die, and kills it there. */
class Story {
  deaths = 0
  private readonly starts: number[] = []

  constructor(private readonly product: ProductProcess) {}

  async dieAt(points: Point[]) {
    for (const point of points)
      await test.step(`${point.when} ${point.operation}`, async () => {
        this.product.begin()
        await this.product.arm(point)
        await this.dieWhenHit(point)
      })
  }

  async dieWhenHit(point: Point) {
    const world = await this.product.world()
    const hit = async () =>
      (await world.hits()).some(({ operation, when }) => operation === point.operation && when === point.when)
    await expect
      .poll(hit, { message: `${point.when} ${point.operation} is reached`, timeout: 60_000, intervals: [50] })
      .toBe(true)
    await this.product.killAll()
    this.deaths += 1
  }

  async startWhole(): Promise<string> {
    const { url, ms } = await this.product.startWhole()
    this.starts.push(ms)
    return url
  }

  median() {
    return [...this.starts].sort((a, b) => a - b)[Math.floor(this.starts.length / 2)]
  }
}

async function customerAt(browser: Browser, url: string): Promise<Page> {
  return (await browserOf(browser, url, 'customer')).newPage()
}

async function expectComplete(page: Page, name: string) {
  await page.goto('/t/mnexa/domains')
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(1)
  await page.getByRole('link', { name, exact: true }).click()
  const list = await new Checklist(page).complete()
  for (const label of ALL) await expect(list.row(label)).toHaveCount(1)
  await expect(list.head.getByText('Waiting for records')).toBeVisible({ timeout: 30_000 })
}

/** One identity, one tenant, one configuration set, and each association once. */
async function expectOneOfEach(world: World, domain?: string) {
  const { identities, tenants, configurationSets, associations } = await world.ses()
  // The platform's own tenant, and the two customers.
  expect(tenants).toHaveLength(3)
  expect(configurationSets.map((set) => set.name).sort()).toEqual(tenants.map((tenant) => tenant.name).sort())
  const pairs = associations.map(({ tenantName, resourceArn }) => `${tenantName} ${resourceArn}`)
  expect(new Set(pairs).size, 'no association twice').toBe(pairs.length)
  for (const { name } of tenants)
    expect(
      pairs.filter((pair) => pair.startsWith(`${name} `) && pair.includes(':configuration-set/')),
    ).toHaveLength(1)
  if (!domain) return
  expect(identities.filter((identity) => identity.name === domain)).toHaveLength(1)
  expect(identities.find((identity) => identity.name === domain)?.mailFromDomain).toBe(`send.${domain}`)
  expect(pairs.filter((pair) => pair.endsWith(`:identity/${domain}`))).toHaveLength(1)
  const [shared] = identities.filter((identity) => identity.name !== domain)
  const owner = pairs.find((pair) => pair.endsWith(`:identity/${domain}`))?.split(' ')[0] ?? ''
  expect(
    pairs.filter((pair) => pair.startsWith(`${owner} `) && pair.endsWith(`:identity/${shared?.name}`)),
  ).toHaveLength(1)
}
