import { recordAct, type Actor } from '@/lib/audit/record-act'
import { after } from '@/lib/kernel/clock'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { randomLabel } from '@/lib/kernel/ids'
import { enqueue } from '@/lib/kernel/jobs'
import { ensureStream } from '@/lib/tenants/stream'
import { isPlatformTenant } from '@/lib/tenants/tenant'
import { reserve } from '@/lib/usage/reserve'
import { LOOK_FOR } from './domain-state'
import { RECONCILE } from './jobs'
import { takeName } from './platform'

/**
 * The intent, written down: the row, its place in the name's queue, the audit entry and the job, or none of them. In the
 * tenant's own transaction, for whoever may act for it. Answers the domain's id.
 * @throws AppError domain_is_platform | domain_exists | domain_deleting | limit_reached
 */
export async function claimDomain(tx: Tx, actor: Actor, tenantId: string, name: string): Promise<string> {
  await refusePlatformName(tx, tenantId, name)
  await refuseDouble(tx, tenantId, name)
  // A claim costs calls at the mail network, of which the whole account has one a second.
  await reserve(tx, 'domains', { tenantId, field: 'name' })
  const stream = await ensureStream(tx, tenantId)
  const now = await databaseTime(tx)
  const row = await tx.domain
    .create({
      data: {
        ...{ tenantId, streamId: stream.id, name, region: env().AWS_REGION },
        ...{ ownershipToken: randomLabel(), deadlineAt: after(now, LOOK_FOR) },
      },
    })
    .catch(twice)
  const { outcome } = await takeName(tx, { name, tenantId, domainId: row.id, provenBy: null })
  if (outcome === 'contested')
    await tx.domain.update({ where: { id: row.id }, data: { ownershipRequired: true, state: 'pending' } })
  await tx.domainEvent.create({
    data: { tenantId, domainId: row.id, kind: 'added', detail: { by: 'name' in actor ? actor.name : null } },
  })
  await recordAct(tx, actor, {
    tenantId,
    action: 'domain.added',
    subject: { type: 'domain', id: row.id, label: name },
    after: { name },
  })
  await enqueue(tx, RECONCILE, { id: row.id, tenantId })
  return row.id
}

/** The platform's own name, and all below and above it, carry mail of every tenant. */
async function refusePlatformName(tx: Tx, tenantId: string, name: string): Promise<void> {
  const own = env().PLATFORM_DOMAIN
  if (!own || !(name === own || name.endsWith(`.${own}`) || own.endsWith(`.${name}`))) return
  if (await isPlatformTenant(tx, tenantId)) return
  throw new AppError('domain_is_platform', { field: 'name' })
}

async function refuseDouble(tx: Tx, tenantId: string, name: string): Promise<void> {
  const same = await tx.domain.findFirst({ where: { tenantId, name }, select: { deletingAt: true } })
  if (same) throw new AppError(same.deletingAt ? 'domain_deleting' : 'domain_exists', { field: 'name' })
}

/** Two requests at once: the unique index lets one through, the other hears the same as if it had come later. */
function twice(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new AppError('domain_exists', { field: 'name', cause: error })
  throw error
}
