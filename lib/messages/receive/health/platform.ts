import { after, DAY } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import { HELD_BYTES, HELD_MESSAGES } from '@/lib/usage/held'
import { usageTime } from '@/lib/usage/usage-time'
import { STRAY_BYTES, STRAY_MESSAGES } from '../../stray/bounds'

// Of the whole installation: what one tenant's mail takes of it is nothing that another sees.

const LOOKED_BACK = 7 * DAY

/** What is kept of mail that nobody could refuse, of what may be, and how much was not kept in the last days. */
export const heldHealth = () =>
  asPlatform(async (tx) => ({
    held: {
      ...(await heldOf(tx)),
      bytesEach: HELD_BYTES,
      messagesEach: HELD_MESSAGES,
      ...(await unkept(tx, 'held')),
    },
    stray: {
      ...(await strayOf(tx)),
      mostBytes: STRAY_BYTES,
      mostMessages: STRAY_MESSAGES,
      ...(await unkept(tx, 'stray')),
    },
  }))

async function heldOf(tx: Tx) {
  const [row] = await tx.$queryRaw<[{ tenants: number; messages: number; bytes: number; fullest: number }]>`
    select count(*)::int as tenants, coalesce(sum(messages), 0)::int as messages, coalesce(sum(bytes), 0)::float8 as bytes,
           coalesce(max(greatest(messages::float8 / ${HELD_MESSAGES}, bytes::float8 / ${HELD_BYTES}::float8)), 0)::float8 as fullest
      from (select count(*) as messages, sum(size) as bytes from "RawMessage" where not counted group by "tenantId") t`
  return row
}

async function strayOf(tx: Tx) {
  const [row] = await tx.$queryRaw<[{ messages: number; bytes: number }]>`
    select count(*)::int as messages, coalesce(sum(size), 0)::float8 as bytes from "StrayMail"`
  return row
}

async function unkept(tx: Tx, kind: 'held' | 'stray') {
  const since = after(await usageTime(tx), -LOOKED_BACK)
    .toISOString()
    .slice(0, 10)
  const { _sum } = await tx.unkeptMail.aggregate({
    where: { kind, day: { gt: since } },
    _sum: { count: true },
  })
  return { unkept: _sum.count ?? 0 }
}
