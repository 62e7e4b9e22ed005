import type { TenantCaller } from '@/lib/kernel/caller'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import type { MemberView } from './view'

// The application may read these of a person, and only of people in its tenant.
export const withPerson = {
  user: { select: { id: true, email: true, name: true } },
} satisfies Prisma.MembershipInclude
export type MemberRow = Prisma.MembershipGetPayload<{ include: typeof withPerson }>

/** A person in the caller's tenant, by the person's id. Anybody else is `not_found`. */
export async function findMember(tx: Tx, caller: TenantCaller, userId: string): Promise<MemberRow> {
  const row = isUuid(userId)
    ? await tx.membership.findFirst({ where: { tenantId: caller.tenantId, userId }, include: withPerson })
    : null
  if (!row) throw new AppError('not_found')
  return row
}

/** For whoever is about to lose the role. Under the tenant's lock, so that two at once do not both count each other. */
export async function keepAnOwner(tx: Tx, caller: TenantCaller): Promise<void> {
  const owners = await tx.membership.count({ where: { tenantId: caller.tenantId, role: 'owner' } })
  if (owners < 2) throw new AppError('last_owner')
}

export const membersOf = (tenantId: string) => `members ${tenantId}`

export const toMemberView = ({ user, role, createdAt }: MemberRow): MemberView => ({
  id: user.id,
  name: user.name ?? user.email,
  email: user.email,
  role,
  since: createdAt.toISOString(),
})
