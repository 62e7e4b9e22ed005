import { randomUUID } from 'node:crypto'
import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { recordAct } from '@/lib/audit/record-act'
import type { WorkerCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { ROLES } from './words'

export const ROLE_ADDRESS = ROLES[0]

/**
 * The inbox of postmaster@ and abuse@ of a domain, made when first needed, from a transaction that sees the tenant. Nobody
 * opened it, so it holds no place and has no grant.
 */
export async function ensureRoleInbox(
  tx: Tx,
  { tenantId, domain }: { tenantId: string; domain: string },
): Promise<string> {
  const address = `${ROLE_ADDRESS}@${domain}`
  await oneAtATime(tx, `role inbox ${tenantId} ${domain}`)
  const there = await tx.inbox.findFirst({
    where: { tenantId, address, kind: 'role', closedAt: null },
    select: { id: true },
  })
  if (there) return there.id
  const { id } = await tx.inbox.create({
    data: {
      ...{ tenantId, address, kind: 'role', name: ROLE_ADDRESS, createdBy: 'Letterhead' },
      addresses: { create: ROLES.map((role) => ({ address: `${role}@${domain}`, kind: 'role' as const })) },
    },
  })
  await recordAct(tx, itself(tenantId), {
    ...{ tenantId, action: 'inbox.made_for_role' },
    subject: { type: 'inbox', id, label: address },
  })
  return id
}

/** Mail that came in is nobody's act: the product did it by itself. Opens nothing, as it is not minted. */
const itself = (tenantId: string): WorkerCaller => ({
  ...{ kind: 'worker', tenantId, door: 'worker', requestId: randomUUID(), credential: null, address: null },
})
