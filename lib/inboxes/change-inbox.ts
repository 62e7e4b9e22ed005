import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import { findInboxIn, holdInboxIn, type InboxRow } from './inbox'
import { viewOf } from './to-view'
import type { InboxView } from './view'

/** An act on one inbox: alone with it, then shown as it has become, and told to open pages. */
export async function changeInbox(
  caller: TenantCaller & Actor,
  id: string,
  change: (tx: Tx, row: InboxRow) => Promise<void>,
): Promise<InboxView> {
  const { tenantId } = caller
  const view = await asTenant(caller, async (tx) => {
    await change(tx, await holdInboxIn(tx, caller, id))
    return viewOf(tx, await findInboxIn(tx, caller, id))
  })
  await announce({ tenantId, noun: 'inboxes', id })
  return view
}

export const recordChange = (
  tx: Tx,
  actor: Actor,
  { tenantId, id, address }: Pick<InboxRow, 'tenantId' | 'id' | 'address'>,
  action: string,
  change: { before?: object; after?: object } = {},
): Promise<void> =>
  recordAct(tx, actor, { tenantId, action, subject: { type: 'inbox', id, label: address }, ...change })
