import { recordAct } from '@/lib/audit/record-act'
import { platformTenantId } from '@/lib/audit/platform'
import type { StaffCaller } from '@/lib/kernel/caller'
import { after, DAY } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { asPlatform } from '@/lib/kernel/platform'
import { allows } from '@/lib/kernel/permissions'
import { soughtOf } from './sought'
import { storedMail } from './stored-mail'
import { strayMail } from './stray-mail'
import type { Trace } from './trace'
import { unkeptMail } from './unkept-mail'
import type { MailTrace } from './view'
import { untagged, type WantedMail } from './wanted-mail'

// Whose mail it was is what is asked: so this looks across tenants, as the platform role, and each of those that it finds
// reads in its own trail who looked, and why.

const MOST = 100

export async function tracesOf(
  caller: StaffCaller,
  wanted: WantedMail,
  { reason, days, before }: { reason: string; days: number; before?: string | undefined },
): Promise<{ items: MailTrace[]; older: string | null }> {
  const platform = await platformTenantId()
  return asPlatform(async (tx) => {
    const now = await databaseTime(tx)
    // Nothing came later than a day from now.
    const when = { since: after(now, -days * DAY), before: before ? new Date(before) : after(now, DAY) }
    const sought = await soughtOf(tx, wanted)
    const stray = allows('messages.oversee', caller.kind) ? await strayMail(tx, sought, when, MOST + 1) : []
    const found = [
      await storedMail(tx, sought, when, MOST + 1),
      withoutNotesOf(stray, await unkeptMail(tx, sought, when, MOST + 1)),
      stray,
    ]
    const newest = found.flat().toSorted((a, b) => b.trace.at.localeCompare(a.trace.at))
    const shown = newest.slice(0, shownOf(newest))
    await record(tx, caller, platform, shown, wanted, reason)
    return {
      items: shown.map(({ trace }) => trace),
      older: newest.length > MOST ? shown.at(-1)!.trace.at : null,
    }
  })
}

/** How many make a page: what came at one moment stays together, as the next page begins before it. */
function shownOf(newest: readonly Trace[]): number {
  if (newest.length <= MOST) return newest.length
  const first = newest.findIndex(({ trace }) => trace.at === newest[MOST]!.trace.at)
  // A whole page of one moment is cut.
  return first === 0 ? MOST : first
}

/** Whoever is shown the mail itself has no use for the note that it came. */
function withoutNotesOf(stray: Trace[], unkept: Trace[]): Trace[] {
  const nameOf = ({ from, recipient }: MailTrace) => `${from} ${untagged(recipient)}`
  const there = new Set(stray.map(({ trace }) => nameOf(trace)))
  return unkept.filter(({ trace }) => trace.kind !== 'stray' || !there.has(nameOf(trace)))
}

async function record(
  tx: Tx,
  caller: StaffCaller,
  platform: string,
  found: Trace[],
  { by, values, from }: WantedMail,
  reason: string,
): Promise<void> {
  const counts = new Map([[platform, found.length]])
  for (const { tenantId } of found)
    if (tenantId && tenantId !== platform) counts.set(tenantId, (counts.get(tenantId) ?? 0) + 1)
  for (const [tenantId, hits] of counts)
    await recordAct(tx, caller, {
      ...{ tenantId, action: 'mail.searched', subject: { type: 'mail', id: null, label: reason } },
      after: { [by]: values[0], ...(from && { sender: from[0] }), hits },
    })
}
