import { test as base, type Browser, type Page } from '@playwright/test'
import { installation, type Installation } from './installation'
import { browserOf, type Persona } from './people'
import { World } from './world'

interface Fixtures {
  product: Installation
  world: World
  customer: Page
  neighbour: Page
  support: Page
  admin: Page
  mended: void
}

const pageOf =
  (who: Persona) =>
  async (
    { browser, product }: { browser: Browser; product: Installation },
    use: (page: Page) => Promise<void>,
  ) => {
    const context = await browserOf(browser, product, who)
    await use(await context.newPage())
    await context.close()
  }

/** Journeys: each person is a page in a browser of their own, signed in. */
export const test = base.extend<Fixtures>({
  product: async ({}, use) => use(installation()),
  world: async ({ product }, use) => use(new World(product.control)),
  customer: pageOf('customer'),
  neighbour: pageOf('neighbour'),
  support: pageOf('support'),
  admin: pageOf('admin'),
  // Whatever a journey broke is whole again before the next one.
  mended: [
    async ({ world }, use, { project }) => {
      if (project.name === 'of their own')
        throw new Error('Take test from @playwright/test: this one mends the product that the others share.')
      await use()
      await world.clearFaults()
      await world.setDns('up')
      await world.changeNetwork({ lateMs: 0, twice: false, outOfOrder: false })
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
