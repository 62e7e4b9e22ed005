import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import type { InviteRole, InviteView } from './view'

export type InviteRow = Prisma.InviteGetPayload<object>

/** Whose invitations: the platform's own tenant has those of its members and those of its staff. */
export interface House {
  tenantId: string
  roles: readonly InviteRole[]
}
export const members = (tenantId: string): House => ({ tenantId, roles: ['owner', 'member'] })
export const staff = (tenantId: string): House => ({ tenantId, roles: ['support', 'admin'] })

/** Neither accepted nor revoked; one that expired still is, until it is sent again, replaced or revoked. */
export const openIn = ({ tenantId, roles }: House) =>
  ({
    tenantId,
    role: { in: [...roles] },
    acceptedAt: null,
    revokedAt: null,
  }) satisfies Prisma.InviteWhereInput

export async function findInvite(tx: Tx, house: House, id: string): Promise<InviteRow> {
  const row = isUuid(id) ? await tx.invite.findFirst({ where: { ...openIn(house), id } }) : null
  if (!row) throw new AppError('not_found')
  return row
}

export const toInviteView = (row: InviteRow, now: Date): InviteView => ({
  ...row,
  sentAt: row.sentAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  expired: row.expiresAt <= now,
})
