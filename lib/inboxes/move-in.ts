import type { Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { recordChange } from './change-inbox'
import type { InboxRow } from './inbox'
import { refuseTaken } from './open-in'

// Earlier addresses deliver for ever: this bounds what one place among the inboxes of a plan can gather.
const MOST_EARLIER = 20

/**
 * Gives an inbox another address, within a transaction that holds the tenant's inboxes. Messages, grants and tokens stand on
 * its id and stay. The address before it goes on delivering; one of its own from before is taken back.
 * @throws AppError inbox_exists | limit_reached
 */
export async function moveInboxIn(tx: Tx, actor: Actor, row: InboxRow, address: string): Promise<void> {
  const { tenantId, id } = row
  if (address === row.address) return
  await refuseTaken(tx, tenantId, address, id)
  const isBack = row.addresses.some((earlier) => earlier.address === address)
  if (!isBack && row.addresses.length > MOST_EARLIER)
    throw new AppError('limit_reached', {
      field: 'localPart',
      say: `An inbox keeps at most ${MOST_EARLIER} earlier addresses.`,
      next: 'Open another inbox instead.',
    })
  await tx.inboxAddress.updateMany({
    where: { tenantId, inboxId: id, kind: 'primary' },
    data: { kind: 'former' },
  })
  await tx.inboxAddress.upsert({
    where: { tenantId_address: { tenantId, address } },
    create: { tenantId, inboxId: id, address, kind: 'primary' },
    update: { kind: 'primary' },
  })
  // Whoever has an address of its own shares none any more; the tag goes on delivering.
  await tx.inbox.updateMany({ where: { id, tenantId }, data: { address, kind: 'dedicated' } })
  await recordChange(tx, actor, { ...row, address }, 'inbox.moved', {
    before: { address: row.address, kind: row.kind },
    after: { address, kind: 'dedicated' },
  })
}
