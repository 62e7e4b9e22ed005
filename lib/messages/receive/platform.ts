import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import type { Nobody } from '@/lib/inboxes/routing/platform'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform, insideTenant, insideTenants, withinAsPlatform, type Inside } from '@/lib/kernel/platform'
import { HELD_BYTES, HELD_MESSAGES } from '@/lib/usage/held'
import { STRAY_BYTES, STRAY_MESSAGES } from '../stray/bounds'

export type { Inside }

/** Inside one tenant: who sends has no caller, and whose the recipient is was found out by its address. */
export const inTenant = <T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  insideTenant(tenantId, work)

/** Whom a message is for at the door. */
export interface Takers {
  tenantIds: string[]
  /** unknown tags: stray mail keeps a copy for each */
  strays: string[]
}

export interface Stray {
  reason: Nobody['reason']
  recipient: string
  envelopeFrom: string
  fromHeader: string
  subject: string
  messageId: string | null
  key: string
  deliveryId: string
  size: number
  receivedAt: Date
}

export type AddStray = (stray: Stray) => Promise<'kept' | 'there' | 'full'>

/** Inside several, and beside them stray mail, in one transaction: a message is for all of them or for none. */
export const inTenants = <T>(work: (inside: Inside, addStray: AddStray) => Promise<T>): Promise<T> =>
  insideTenants((inside, tx) => work(inside, (stray) => withinAsPlatform(tx, () => insertStray(tx, stray))))

/**
 * Mail for nobody belongs to no tenant. `there`: the same delivery came before; `full`: there is as much as is kept. One at a
 * time, so that the sum is exact: a lock for those alone, as no other row is theirs to wait at. Whoever holds counters as well
 * has them before.
 */
async function insertStray(tx: Tx, stray: Stray): ReturnType<AddStray> {
  await oneAtATime(tx, 'stray mail')
  const { deliveryId, recipient } = stray
  if ((await tx.strayMail.count({ where: { deliveryId, recipient } })) > 0) return 'there'
  const [kept] = await tx.$queryRaw<[{ messages: number; bytes: number }]>`
    select count(*)::int as messages, coalesce(sum(size), 0)::float8 as bytes from "StrayMail"`
  if (kept.messages >= STRAY_MESSAGES || kept.bytes + stray.size > STRAY_BYTES) return 'full'
  await tx.strayMail.create({ data: stray })
  return 'kept'
}

// A message that is being taken in may be as large as one may be, and others are under way: far from the bound, then.
const SHARED_UNTIL = 1 / 2

/** Whether mail for all of these may come in one go: it gets one answer, and one that can hold no more could not say no. */
export async function mayShare({ tenantIds, strays }: Takers): Promise<boolean> {
  const [row] = await asPlatform(
    (tx) => tx.$queryRaw<[{ full: number }]>`
      select count(*)::int as full from (
        select 1 from "RawMessage" where "tenantId" = any(${tenantIds}::uuid[]) and not counted group by "tenantId"
        having count(*) > ${HELD_MESSAGES * SHARED_UNTIL} or sum(size) > ${HELD_BYTES * SHARED_UNTIL}
        union all
        select 1 from "StrayMail" where ${strays.length > 0}
        having count(*) > ${STRAY_MESSAGES * SHARED_UNTIL} or sum(size) > ${STRAY_BYTES * SHARED_UNTIL}) t`,
  )
  return row.full === 0
}

/** Counts mail that was accepted and not kept: of all tenants, for the health page. */
export const countUnkept = (kind: 'held' | 'stray') =>
  asPlatform(
    (tx) => tx.$executeRaw`
      insert into "UnkeptMail" as u (day, kind) values (to_char(usage_time() at time zone 'utc', 'YYYY-MM-DD'), ${kind})
      on conflict (day, kind) do update set count = u.count + 1, "lastAt" = now()`,
  )
