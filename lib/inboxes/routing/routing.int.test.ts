import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDomain } from '@/lib/domains/add-domain'
import {
  PLATFORM_DOMAIN,
  startTestProduct,
  type Customer,
  type TestProduct,
} from '@/lib/local/testing/product'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { openInbox } from '../open-inbox'
import { routeRecipient } from './platform'

let product: TestProduct
const sql = <R extends object>(text: string, values: unknown[] = []) => product.database.ask<R>(text, values)
const receives = async (who: Customer, name: string, receiving: string) => {
  const { id } = await addDomain(who.owner, { name })
  await sql(`update "Domain" set receiving = $2::"ReceivingState" where id = $1`, [id, receiving])
  return id
}
/** `tenant slug: address` of each delivery, or why there is none. */
async function route(address: string): Promise<string[] | string> {
  const found = await routeRecipient(address)
  if (found.to !== 'inboxes') return found.to === 'nobody' ? found.reason : found.to
  const rows = await sql<{ id: string; told: string }>(
    `select i.id, t.slug || ': ' || i.address as told from "Inbox" i join "Tenant" t on t.id = i."tenantId"`,
  )
  return found.deliveries.map(({ inboxId }) => rows.find(({ id }) => id === inboxId)!.told)
}

beforeAll(async () => {
  product = await startTestProduct()
  await receives(product.a, 'mnexa.ai', 'ready')
  await receives(product.a, 'waiting.mnexa.ai', 'pending')
  await openInbox(product.a.owner, { localPart: 'sales', domain: 'mnexa.ai' })
  await openInbox(product.a.owner, { localPart: 'sales', domain: 'waiting.mnexa.ai' })
  await openInbox(product.a.owner, { localPart: 'agent' })
})
afterAll(() => product.stop())

describe('a recipient', () => {
  const trial = `mnexa.${PLATFORM_DOMAIN}`
  it.each<[string, string[] | string]>([
    ['sales@mnexa.ai', ['mnexa: sales@mnexa.ai']],
    ['<SALES@Mnexa.AI>', ['mnexa: sales@mnexa.ai']],
    ['sales+7@mnexa.ai', ['mnexa: sales@mnexa.ai']],
    ['"sales"@mnexa.ai.', ['mnexa: sales@mnexa.ai']],
    ['nobody@mnexa.ai', 'unknown_recipient'],
    ['sales@waiting.mnexa.ai', 'elsewhere'],
    ['sales@elsewhere.dev', 'elsewhere'],
    ['sales@[192.0.2.1]', 'elsewhere'],
    ['no address', 'elsewhere'],
    [`agent@${trial}`, [`mnexa: agent@${trial}`]],
    [`AGENT+x@${trial}`, [`mnexa: agent@${trial}`]],
    [`nobody@${trial}`, 'unknown_recipient'],
    [`agent@mnexa.staging.${PLATFORM_DOMAIN}`, 'unknown_recipient'],
    [`agent@strangers.${PLATFORM_DOMAIN}`, 'unknown_recipient'],
    [`agent@${PLATFORM_DOMAIN}`, 'unknown_recipient'],
    [`inbox@${PLATFORM_DOMAIN}`, 'unknown_tag'],
    [`inbox+x@${PLATFORM_DOMAIN}`, 'unknown_tag'],
    [`inbox+x@staging.${PLATFORM_DOMAIN}`, 'unknown_tag'],
    [`inbox+x@${trial}`, 'unknown_recipient'],
  ])('%s', async (address, expected) => expect(await route(address)).toEqual(expected))

  it('tells what followed the +', async () => {
    expect(await routeRecipient('sales+Run-7@mnexa.ai')).toMatchObject({ detail: 'run-7' })
    expect(await routeRecipient('sales@mnexa.ai')).toMatchObject({ detail: null })
  })
})

describe('an address that nobody has', () => {
  const [trial, ours] = [`mnexa.${PLATFORM_DOMAIN}`, PLATFORM_DOMAIN]
  it.each([
    ['Nobody+News@Mnexa.AI.', 'nobody@mnexa.ai', 'mnexa', 'mnexa.ai'],
    [`nobody@${trial}`, `nobody@${trial}`, 'mnexa', trial],
    [`abuse@strangers.${ours}`, `abuse@strangers.${ours}`, 'letterhead', ours],
    [`agent@any.strangers.${ours}`, `agent@any.strangers.${ours}`, 'letterhead', ours],
    [`inbox+X@${ours}`, `inbox+x@${ours}`, 'letterhead', ours],
  ])('%s is of whoever the domain is of', async (given, address, slug, domain) => {
    const [tenant] = await sql<{ id: string }>(`select id from "Tenant" where slug = $1`, [slug])
    expect(await routeRecipient(given)).toMatchObject({
      ...{ to: 'nobody', address, domain, tenantId: tenant!.id },
    })
  })
})

describe('postmaster@ and abuse@', () => {
  const platform = `letterhead: postmaster@${PLATFORM_DOMAIN}`
  it.each<[string, string[] | string]>([
    ['postmaster@mnexa.ai', ['mnexa: postmaster@mnexa.ai']],
    ['"PostMaster+x"@mnexa.ai.', ['mnexa: postmaster@mnexa.ai']],
    [`postmaster@mnexa.${PLATFORM_DOMAIN}`, [`mnexa: postmaster@mnexa.${PLATFORM_DOMAIN}`, platform]],
    ['Abuse@MNEXA.ai', ['mnexa: postmaster@mnexa.ai', platform]],
    ['abuse+x@mnexa.ai', ['mnexa: postmaster@mnexa.ai', platform]],
    [`abuse@mnexa.${PLATFORM_DOMAIN}`, [`mnexa: postmaster@mnexa.${PLATFORM_DOMAIN}`, platform]],
    [`abuse@letterhead.${PLATFORM_DOMAIN}`, [`letterhead: postmaster@letterhead.${PLATFORM_DOMAIN}`]],
    [`postmaster@${PLATFORM_DOMAIN}`, [platform]],
    ['postmaster', [platform]],
    ['<PostMaster>', [platform]],
    ['abuse', 'elsewhere'],
    [`abuse@staging.${PLATFORM_DOMAIN}`, [platform]],
    ['postmaster@waiting.mnexa.ai', 'elsewhere'],
    ['postmaster@elsewhere.dev', 'elsewhere'],
    [`abuse@strangers.${PLATFORM_DOMAIN}`, 'unknown_recipient'],
    [`abuse@mnexa.dev.${PLATFORM_DOMAIN}`, 'unknown_recipient'],
  ])('%s', async (address, expected) => expect(await route(address)).toEqual(expected))

  it('are made once, however many messages come first', async () => {
    await receives(product.b, 'harbor-mail.dev', 'ready')
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        routeRecipient(`${i % 2 ? 'abuse' : 'postmaster'}@harbor-mail.dev`),
      ),
    )
    const made = await sql<{ n: number }>(
      `select count(*)::int as n from "Inbox" where address = 'postmaster@harbor-mail.dev'`,
    )
    expect(made).toEqual([{ n: 1 }])
    expect(await route('abuse@harbor-mail.dev')).toEqual(['harbor: postmaster@harbor-mail.dev', platform])
  })
})

it('of two organisations that claim a name, the one that receives gets its mail', async () => {
  const [one, two] = [await newTenant(product, 'first-claim'), await newTenant(product, 'second-claim')]
  const [mine, theirs] = [
    await receives(one, 'claimed-twice.dev', 'pending'),
    await receives(two, 'claimed-twice.dev', 'pending'),
  ]
  for (const who of [one, two]) await openInbox(who.owner, { localPart: 'desk', domain: 'claimed-twice.dev' })
  const ready = (id: string) =>
    sql(
      `update "Domain" set receiving = (case when id = $1 then 'ready' else 'pending' end)::"ReceivingState"
        where name = 'claimed-twice.dev'`,
      [id],
    )
  expect(await route('desk@claimed-twice.dev')).toBe('elsewhere')
  await ready(mine)
  expect(await route('desk@claimed-twice.dev')).toEqual(['first-claim: desk@claimed-twice.dev'])
  expect(((await route('abuse@claimed-twice.dev')) as string[])[0]).toBe(
    'first-claim: postmaster@claimed-twice.dev',
  )
  await ready(theirs)
  expect(await route('desk@claimed-twice.dev')).toEqual(['second-claim: desk@claimed-twice.dev'])
  expect(((await route('abuse@claimed-twice.dev')) as string[])[0]).toBe(
    'second-claim: postmaster@claimed-twice.dev',
  )
})
