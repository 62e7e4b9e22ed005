import { SECOND } from '@/lib/kernel/clock'
import type { Prisma } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import type { Proposal } from '../overdue-sql'
import { tenantsDue } from '../tenants-due'
import type { WorkspaceRemovalView } from '../view'
import { addUp, type Found } from './add-up'
import { countsOf, storageOf } from './counts'

/** How far counting goes: whoever waits for a page wants an answer before they want the last message. */
export const bounds = {
  /** of each folder of a tenant */
  counted: 100_000,
  /** of these, the oldest whose storage is added up */
  weighed: 2_000,
  /** for messages, and again for their storage */
  patience: 2 * SECOND,
}

const TENANTS_AT_ONCE = 10

/**
 * What a night would delete of the tenants `t` that `only` lets through, with those it deletes most of. In short transactions,
 * a few tenants each, so that none holds a connection for long. Across tenants, for a workspace; of one for itself.
 */
export async function removalsOf(
  day: Date,
  only: Prisma.Sql,
  proposal?: Proposal,
  { counted, weighed, patience } = bounds,
): Promise<WorkspaceRemovalView> {
  const due = await asPlatform((tx) => tenantsDue(tx, day, only, proposal))
  const found: Found[] = []
  const isCounted = after(patience)
  for (let at = 0; at < due.length && !isCounted(); at += TENANTS_AT_ONCE) {
    const ids = due.slice(at, at + TENANTS_AT_ONCE).map(({ id }) => id)
    found.push(...(await asPlatform((tx) => countsOf(tx, day, ids, counted, proposal))))
  }
  found.sort((a, b) => b.messages - a.messages || (a.slug < b.slug ? -1 : 1))
  const isWeighed = after(patience)
  for (const one of found) {
    if (isWeighed()) break
    one.storage = await asPlatform((tx) => storageOf(tx, day, one.id, weighed, proposal))
  }
  return addUp(due.length, found)
}

function after(ms: number): () => boolean {
  const until = performance.now() + ms
  return () => performance.now() > until
}
