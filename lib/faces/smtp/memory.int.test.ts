import { afterAll, beforeAll, expect, it } from 'vitest'
import { openInbox } from '@/lib/inboxes/open-inbox'
import { freePort } from '@/lib/local/free-port'
import { startTestProduct, type TestProduct } from '@/lib/local/testing/product'
import { newTenant } from '@/lib/tenants/testing/new-tenant'
import { withClient } from '@/prisma/sql'
import { startDoor } from './testing/door-process'
import { bringLarge, LARGE, memoryOf } from './testing/large'

let product: TestProduct
beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

it('ten messages of 39 MB, one after another, do not make the door grow', async () => {
  const port = await freePort(23_500)
  const { owner } = await newTenant(product, 'large')
  const { id, address } = await openInbox(owner, { localPart: 'large' })
  const door = await startDoor({ ...process.env, SMTP_PORT: String(port) })
  const seen: number[] = []
  await bringLarge(port, address, 10, () => void seen.push(memoryOf(door.child.pid!)))
  expect(await door.end()).toBe(0)
  console.log(seen.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(' '))
  const { rows } = await withClient(product.database.superUrl, (c) =>
    c.query<{ size: number; attachments: { size: number }[] }>(
      `select size, attachments from "Message" where "inboxId" = $1`,
      [id],
    ),
  )
  expect(rows).toHaveLength(10)
  for (const row of rows) expect(row.size).toBeGreaterThan(LARGE)
  // What the first few took is kept for the next ones; one message more in memory would be 39 MB each.
  expect(seen.at(-1)! - Math.max(...seen.slice(0, 3))).toBeLessThan(LARGE)
  expect(Math.max(...seen)).toBeLessThan(600e6)
}, 300_000)
