import { platformTenantId } from '@/lib/audit/platform'
import { recordOnce } from '@/lib/audit/record-look'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Prisma } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { olderThan, type Position } from '@/lib/kernel/page'
import { asPlatform } from '@/lib/kernel/platform'
import { KEPT_DAYS } from './bounds'
import type { strayReasons } from './view'

// Mail for nobody belongs to no tenant: it is read as the platform, whose own trail says who looked.

export type StrayRow = Prisma.StrayMailGetPayload<object>

const AT_ONCE = 1_000

export interface Sought {
  reason?: (typeof strayReasons)[number] | undefined
  /** part of the recipient */
  search?: string | undefined
}

/** Newest first. */
export async function findStrays(
  asks: Actor,
  { reason, search }: Sought,
  before: Position | undefined,
  take: number,
): Promise<StrayRow[]> {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const subject = { type: 'stray', id: null, label: 'the list of stray mail' }
    await recordOnce(tx, asks, { tenantId, action: 'stray.listed', subject })
    return tx.strayMail.findMany({
      where: {
        AND: [
          {
            ...(reason && { reason }),
            ...(search && { recipient: { contains: search, mode: 'insensitive' } }),
          },
          olderThan('receivedAt', before),
        ],
      },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take,
    })
  })
}

/** @throws AppError not_found */
export async function findStray(asks: Actor, id: string): Promise<StrayRow> {
  const tenantId = await platformTenantId()
  return asPlatform(async (tx) => {
    const row = isUuid(id) ? await tx.strayMail.findUnique({ where: { id } }) : null
    if (!row) throw new AppError('not_found')
    await recordOnce(tx, asks, { tenantId, action: 'stray.read', subject: subjectOf(row) })
    return row
  })
}

/** Its object goes after it: a trigger notes that. @throws AppError not_found */
export async function removeStray(actor: Actor, id: string): Promise<void> {
  const tenantId = await platformTenantId()
  await asPlatform(async (tx) => {
    const row = isUuid(id) ? await tx.strayMail.findUnique({ where: { id } }) : null
    // Two at once: one of them deletes it.
    if (!row || (await tx.strayMail.deleteMany({ where: { id } })).count === 0)
      throw new AppError('not_found')
    await recordAct(tx, actor, { tenantId, action: 'stray.deleted', subject: subjectOf(row) })
  })
}

const subjectOf = ({ id, recipient: label }: StrayRow) => ({ type: 'stray', id, label })

// As long as notes of refused mail.
const COUNTED_DAYS = 30

/** Deletes what is too old, some at a time. Answers how many. */
export async function tidyStray(): Promise<number> {
  let gone = 0
  await asPlatform(
    (tx) => tx.$executeRaw`
      delete from "UnkeptMail" where "lastAt" < now() - make_interval(days => ${COUNTED_DAYS})`,
  )
  for (;;) {
    const some = await asPlatform(
      (tx) => tx.$executeRaw`
        delete from "StrayMail" where id in (
          select id from "StrayMail" where "receivedAt" < now() - make_interval(days => ${KEPT_DAYS})
           order by "receivedAt" limit ${AT_ONCE})`,
    )
    gone += some
    if (some < AT_ONCE) return gone
  }
}
