import { z } from 'zod'
import { recordAct } from '@/lib/audit/record-act'
import type { KeyCaller, MemberCaller } from '@/lib/kernel/caller'
import { after } from '@/lib/kernel/clock'
import { Prisma, type Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { randomLabel } from '@/lib/kernel/ids'
import { enqueue } from '@/lib/kernel/jobs'
import { operation } from '@/lib/kernel/operation'
import { ensureStream } from '@/lib/tenants/stream'
import { isPlatformTenant } from '@/lib/tenants/tenant'
import { reserve } from '@/lib/usage/reserve'
import { LOOK_FOR } from './domain-state'
import { RECONCILE } from './jobs'
import { parseDomainName } from './parse-name'
import { takeName } from './platform'
import { readDomain } from './read-domain'
import { domainView } from './view'
import { wake } from './wake'

export const addDomain = operation({
  name: 'domains.add',
  summary: 'Add a domain and get the DNS records to publish for it.',
  permission: 'domains.add',
  effect: 'write',
  http: { method: 'POST', path: '/domains' },
  input: z.object({ name: z.string().max(2_000) }),
  output: domainView,
  run: async (caller, input) => {
    const name = parseDomainName(input.name)
    const id = await asTenant(caller, (tx) => claim(tx, caller, name)).catch(twice)
    await wake(caller.tenantId, id)
    return readDomain(caller, id)
  },
})

/** The intent, written down: the row, its place in the name's queue, the audit entry and the job, or none of them. */
async function claim(tx: Tx, caller: MemberCaller | KeyCaller, name: string): Promise<string> {
  await refusePlatformName(tx, caller, name)
  await refuseDouble(tx, caller, name)
  // A claim costs calls at the mail network, of which the whole account has one a second.
  await reserve(tx, 'domains', { tenantId: caller.tenantId, field: 'name' })
  const stream = await ensureStream(tx, caller.tenantId)
  const now = await databaseTime(tx)
  const row = await tx.domain.create({
    data: {
      tenantId: caller.tenantId,
      streamId: stream.id,
      name,
      region: env().AWS_REGION,
      ownershipToken: randomLabel(),
      deadlineAt: after(now, LOOK_FOR),
    },
  })
  const { outcome } = await takeName(tx, { name, tenantId: caller.tenantId, domainId: row.id, proven: false })
  if (outcome === 'contested')
    await tx.domain.update({ where: { id: row.id }, data: { ownershipRequired: true, state: 'pending' } })
  await tx.domainEvent.create({
    data: { tenantId: caller.tenantId, domainId: row.id, kind: 'added', detail: { by: caller.name } },
  })
  await recordAct(tx, caller, {
    tenantId: caller.tenantId,
    action: 'domain.added',
    subject: { type: 'domain', id: row.id, label: name },
    after: { name },
  })
  await enqueue(tx, RECONCILE, { id: row.id, tenantId: caller.tenantId })
  return row.id
}

/** The platform's own name, and all below and above it, carry mail of every tenant. */
async function refusePlatformName(tx: Tx, caller: MemberCaller | KeyCaller, name: string): Promise<void> {
  const own = env().PLATFORM_DOMAIN
  if (!own || !(name === own || name.endsWith(`.${own}`) || own.endsWith(`.${name}`))) return
  if (await isPlatformTenant(tx, caller.tenantId)) return
  throw new AppError('domain_is_platform', { field: 'name' })
}

async function refuseDouble(tx: Tx, caller: MemberCaller | KeyCaller, name: string): Promise<void> {
  const same = await tx.domain.findFirst({
    where: { tenantId: caller.tenantId, name },
    select: { deletingAt: true },
  })
  if (same) throw new AppError(same.deletingAt ? 'domain_deleting' : 'domain_exists', { field: 'name' })
}

/** Two requests at once: the unique index lets one through, the other hears the same as if it had come later. */
function twice(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new AppError('domain_exists', { field: 'name', cause: error })
  throw error
}
