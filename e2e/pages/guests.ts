import { randomBytes } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import { Desk, type Place } from './desk'
import { ownNetwork } from './network'
import { test as base } from './test'

interface Guest {
  email: string
  name: string
}
interface Settled {
  page: Page
  workspace: Place
  tenant: Place
}
interface Fixtures {
  /** somebody nobody knows yet */
  guest: Guest
  /** one more such person */
  other: Guest
  /** a browser of its own, in which nobody is signed in; as often as asked */
  stranger: () => Promise<Page>
  /** the guest, come in as first owner of a new tenant on the plan Pro, in a workspace of its own */
  settle: (workspace: string, tenant: string) => Promise<Settled>
  leavesNobody: void
}

const newGuest = (word: string): Guest => {
  const tag = randomBytes(4).toString('hex')
  return { email: `${word}-${tag}@guests.example`, name: `${word[0]?.toUpperCase()}${word.slice(1)} ${tag}` }
}

/** Journeys of people who are invited. When they are over, nobody of them is left in a tenant, nor invited. */
export const test = base.extend<Fixtures>({
  guest: async ({}, use) => use(newGuest('gil')),
  other: async ({}, use) => use(newGuest('olga')),
  stranger: async ({ browser, product }, use) => {
    const ends: (() => unknown)[] = []
    const network = await ownNetwork()
    await use(async () => {
      const permissions = ['clipboard-read', 'clipboard-write']
      const context = await browser.newContext({ baseURL: product.url, permissions, proxy: network })
      ends.push(() => context.close())
      return context.newPage()
    })
    for (const end of ends) await end()
    network.close()
  },
  settle: async ({ admin, stranger, guest, world }, use) =>
    use(async (workspaceWord, tenantWord) => {
      const desk = new Desk(admin)
      const page = await stranger()
      const workspace = await desk.makeWorkspace(workspaceWord)
      const owner = { page, world, ...guest }
      const tenant = await desk.makeCustomer(tenantWord, owner, { workspace, plan: 'Pro' })
      return { page, workspace, tenant }
    }),
  leavesNobody: [
    async ({ customer, neighbour, guest, other, product }, use) => {
      await use()
      const gone = [guest.email, other.email]
      await Promise.all([
        clear(customer.request, product.url, 'mnexa', gone),
        clear(neighbour.request, product.url, 'harbor', gone),
      ])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

async function clear(owner: APIRequestContext, origin: string, tenant: string, emails: string[]) {
  const headers = { 'letterhead-tenant': tenant, origin }
  for (const noun of ['members', 'invites']) {
    const answer = await owner.get(`/api/v1/${noun}?limit=100`, { headers })
    const { items } = (await answer.json()) as { items: { id: string; email: string }[] }
    for (const { id, email } of items)
      if (emails.includes(email)) await owner.delete(`/api/v1/${noun}/${id}`, { headers })
  }
}
