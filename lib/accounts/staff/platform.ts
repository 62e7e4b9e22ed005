import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'
import { findInvite, openIn, staff, type InviteRow } from '../invites/invite'
import { paceInvites, renewInvite, withdrawInvite, writeInvite } from '../invites/write-invite'
import { oneAtATime } from '../one-at-a-time'
import { endAccesses } from './end-accesses'
import type { StaffRole } from './view'

// Staff belong to no tenant: their people are read and changed as the platform, and recorded in its own trail.

const PLATFORM = 'Letterhead'

export function staffPage(before: Position | undefined, take: number) {
  return asPlatform((tx) =>
    tx.user.findMany({
      where: { platformRole: { not: null }, ...olderThan('createdAt', before) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  )
}

export async function staffInvites(before: Position | undefined, take: number) {
  const house = staff(await platformTenantId())
  return asPlatform(async (tx) => ({
    now: await databaseTime(tx),
    rows: await tx.invite.findMany({
      where: { ...openIn(house), ...olderThan('createdAt', before) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  }))
}

export async function inviteOntoStaff(caller: Actor, email: string, role: StaffRole): Promise<InviteRow> {
  const tenantId = await platformTenantId()
  await paceInvites(`${tenantId} ${email}`)
  return asPlatform(async (tx) => {
    const known = await tx.user.findUnique({ where: { email }, select: { platformRole: true } })
    if (known?.platformRole) throw new AppError('member_exists', { field: 'email' })
    return writeInvite(tx, caller, { house: staff(tenantId), organisation: PLATFORM, email, role })
  })
}

export async function resendStaffInvite(caller: Actor, id: string): Promise<InviteRow> {
  const house = staff(await platformTenantId())
  await asPlatform((tx) => findInvite(tx, house, id))
  await paceInvites(id)
  return asPlatform(async (tx) => renewInvite(tx, caller, await findInvite(tx, house, id), PLATFORM))
}

export async function revokeStaffInvite(caller: Actor, id: string): Promise<void> {
  const house = staff(await platformTenantId())
  await asPlatform(async (tx) => withdrawInvite(tx, caller, await findInvite(tx, house, id)))
}

export async function changeStaffRole(caller: Actor, id: string, role: StaffRole) {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const person = await oneOfStaff(tx, id)
    if (person.platformRole === role) return person
    if (person.platformRole === 'admin') {
      await keepAnAdmin(tx)
      await leaveHouse(tx, caller, tenantId, person)
    }
    await recordAct(tx, caller, {
      tenantId,
      action: 'staff.role_changed',
      subject: { type: 'staff', id, label: person.email },
      before: { role: person.platformRole },
      after: { role },
    })
    return tx.user.update({ where: { id }, data: { platformRole: role } })
  })
}

/** Off the staff, and out of every tenant they look into at that moment. */
export async function removeFromStaff(caller: Actor, id: string): Promise<void> {
  const tenantId = await platformTenantId()
  await asPlatform(async (tx) => {
    const person = await oneOfStaff(tx, id)
    if (person.platformRole === 'admin') await keepAnAdmin(tx)
    await tx.user.update({ where: { id }, data: { platformRole: null } })
    await leaveHouse(tx, caller, tenantId, person)
    await endAccesses(tx, caller, { userId: id })
    await recordAct(tx, caller, {
      tenantId,
      action: 'staff.removed',
      subject: { type: 'staff', id, label: person.email },
      before: { role: person.platformRole },
    })
  })
}

/**
 * The platform's own organisation holds its sending domain and its trail: who is no admin any more has no place in it.
 * When nobody is left who owns it, the admin who acts does.
 */
async function leaveHouse(
  tx: Tx,
  caller: Actor,
  tenantId: string,
  person: { id: string; email: string },
): Promise<void> {
  const { count } = await tx.membership.deleteMany({ where: { tenantId, userId: person.id } })
  if (count === 0) return
  const act = { tenantId, subject: { type: 'member', id: person.id, label: person.email } }
  await recordAct(tx, caller, { ...act, action: 'member.removed' })
  if (!('userId' in caller) || (await tx.membership.count({ where: { tenantId, role: 'owner' } })) > 0) return
  await tx.membership.upsert({
    where: { tenantId_userId: { tenantId, userId: caller.userId } },
    create: { tenantId, userId: caller.userId, role: 'owner' },
    update: { role: 'owner' },
  })
  await recordAct(tx, caller, {
    tenantId,
    action: 'member.granted',
    subject: { type: 'member', id: caller.userId, label: caller.email },
    after: { role: 'owner' },
  })
}

/** Under one lock for all of staff, so that two admins at once do not both count each other. */
async function oneOfStaff(tx: Tx, id: string) {
  await oneAtATime(tx, 'staff')
  const person = isUuid(id) ? await tx.user.findFirst({ where: { id, platformRole: { not: null } } }) : null
  if (!person) throw new AppError('not_found')
  return person
}

async function keepAnAdmin(tx: Tx): Promise<void> {
  if ((await tx.user.count({ where: { platformRole: 'admin' } })) < 2) throw new AppError('last_admin')
}
