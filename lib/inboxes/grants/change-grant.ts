import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { TenantCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { announce } from '@/lib/kernel/live'
import type { GrantView } from '../view'
import { findGrantIn, holdGrantIn, viewOf, type GrantRow } from './grant'

/** An act on one grant: alone with it, then shown as it has become, and told to open pages. */
export async function changeGrant(
  caller: TenantCaller & Actor,
  id: string,
  change: (tx: Tx, row: GrantRow) => Promise<void>,
): Promise<GrantView> {
  const { tenantId } = caller
  const view = await asTenant(caller, async (tx) => {
    await change(tx, await holdGrantIn(tx, caller, id))
    return viewOf(tx, await findGrantIn(tx, caller, id))
  })
  await announce({ tenantId, noun: 'inboxes', id: view.inboxId })
  return view
}

/** Told of the address, which people know it by. */
export const recordGrant = (
  tx: Tx,
  actor: Actor,
  { tenantId, id, name, inbox }: Pick<GrantRow, 'tenantId' | 'id' | 'name'> & { inbox: { address: string } },
  action: string,
  change: { before?: object; after?: object } = {},
): Promise<void> =>
  recordAct(tx, actor, {
    ...{ tenantId, action },
    subject: { type: 'grant', id, label: `${name} on ${inbox.address}` },
    ...change,
  })
