import { platformTenantId } from '@/lib/audit/platform'
import { recordAct } from '@/lib/audit/record-act'
import type { PersonCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { announceAll } from '@/lib/kernel/live'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'
import { deviceWords } from './device-words'
import { openSessionIn, type Become, type Opening } from './open-session'

// Sessions belong to people, not to a tenant: all of these are of one person, whose id the caller carries.

/** A session of somebody who showed who they are; on the record. */
export const openSessionOf = (
  user: { id: string; email: string; name: string | null },
  opening: Opening,
  become: Become,
) => asPlatform((tx) => openSessionIn(tx, user, opening, become))

/** Sessions that stand, newest first. */
export function sessionsOf(userId: string, before: Position | undefined, take: number) {
  return asPlatform((tx) =>
    tx.session.findMany({
      where: { userId, expires: { gt: new Date() }, ...olderThan('createdAt', before) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  )
}

/**
 * Ends sessions of the caller, all of them unless one is named; answers how many there were. Open pages of theirs are told
 * in each tenant, so that who may stay is asked there at once. @throws AppError not_found
 */
export async function endSessionsOf(caller: PersonCaller, id?: string): Promise<number> {
  if (id !== undefined && !isUuid(id)) throw new AppError('not_found')
  const { userId } = caller
  const { count, tenants } = await asPlatform(async (tx) => {
    const where = { userId, ...(id !== undefined && { id }) }
    const ending = await tx.session.findMany({ where, select: { id: true, kind: true, label: true } })
    const { count } = await tx.session.deleteMany({ where })
    if (id !== undefined && count === 0) throw new AppError('not_found')
    const tenantId = await platformTenantId()
    for (const session of ending)
      await recordAct(tx, caller, {
        ...{ tenantId, action: 'session.ended' },
        subject: { type: 'session', id: session.id, label: deviceWords(session.kind, session.label) },
      })
    return { count, tenants: await tenantsOf(tx, userId) }
  })
  await announceAll(tenants.map((tenantId) => ({ tenantId, noun: 'members', id: userId })))
  return count
}

/** Where a person may have pages open: as a member, or as staff for an hour. */
async function tenantsOf(tx: Tx, userId: string): Promise<string[]> {
  const select = { tenantId: true }
  const [member, visitor] = [
    await tx.membership.findMany({ where: { userId }, select }),
    await tx.supportAccess.findMany({
      where: { userId, endedAt: null, expiresAt: { gt: new Date() } },
      select,
    }),
  ]
  return [...new Set([...member, ...visitor].map(({ tenantId }) => tenantId))]
}
