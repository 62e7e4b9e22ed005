import {
  associate,
  createIdentity,
  identityArn,
  readIdentity,
  setMailFrom,
  type IdentityState,
  type OwnerTags,
} from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { reconcileStream } from '@/lib/tenants/reconcile-stream'
import type { DomainRow } from './domain'
import { takeName } from './platform'
import { mailFromDomain } from './records'
import { takeDownIdentity } from './take-down'
import type { SharedPath } from './to-view'
import { wake } from './wake'

type Shared = (SharedPath & { identityArn: string }) | null
type Do = (caller: WorkerCaller, row: DomainRow, shared: Shared) => Promise<'done' | 'stuck'>

const identity: Do = async (caller, row) => {
  const held = await asTenant(caller, (tx) =>
    takeName(tx, {
      name: row.name,
      tenantId: row.tenantId,
      domainId: row.id,
      provenBy: row.ownershipProvenAt ? caller : null,
    }),
  )
  if (held.displaced) await wake(held.displaced.tenantId, held.displaced.id)
  if (held.outcome === 'contested') return demandProof(caller, row)
  if (held.outcome === 'blocked') return stuck(caller, row, 'held')
  const state = await ownIdentity(row)
  if (!state) return stuck(caller, row, 'foreign')
  await asTenant(caller, async (tx) => {
    await tx.domain.update({
      where: { id: row.id },
      data: { dkimTokens: state.tokens, signingHostedZone: state.signingHostedZone, nextCheckAt: new Date() },
    })
    await tx.domainEvent.create({ data: { tenantId: row.tenantId, domainId: row.id, kind: 'keys_made' } })
  })
  return 'done'
}

/**
 * The identity that this very claim made, now or before an interruption. One that an earlier claim of this
 * installation left is replaced, so that keys shown to somebody else never count; a foreign one is not touched.
 */
async function ownIdentity(row: DomainRow): Promise<IdentityState | null> {
  const tags: OwnerTags = { letterhead: env().INSTALLATION, domain: row.id, incarnation: row.incarnation }
  const made = await createIdentity(row.region, row.name, tags)
  if (made !== 'exists') return made
  const there = await readIdentity(row.region, row.name)
  if (there?.tags.letterhead !== tags.letterhead) return there ? null : retryCreate(row, tags)
  if (there.tags.domain === tags.domain && there.tags.incarnation === tags.incarnation) return there
  await takeDownIdentity(row.region, row.name)
  return retryCreate(row, tags)
}

async function retryCreate(row: DomainRow, tags: OwnerTags): Promise<IdentityState | null> {
  const made = await createIdentity(row.region, row.name, tags)
  return made === 'exists' ? null : made
}

const mail_from: Do = async (caller, row) => {
  await setMailFrom(row.region, row.name, mailFromDomain(row))
  return mark(caller, row, { mailFromSetAt: new Date() })
}

const stream: Do = async (caller, row) => {
  await reconcileStream(caller, row.region, row.stream)
  const { provisionedAt } = await asTenant(caller, (tx) =>
    tx.stream.findUniqueOrThrow({ where: { id: row.streamId } }),
  )
  // Another process is at it: this one comes back with the next check.
  return provisionedAt ? 'done' : 'stuck'
}

const association: Do = async (caller, row) => {
  const arn = identityArn(row.stream.containerArn ?? '', row.name)
  await associate(row.region, row.stream.externalName, arn)
  return mark(caller, row, { associatedAt: new Date(), identityArn: arn })
}

/** The mail network answers 403 unless the platform's identity, too, belongs to the container that sends by it. */
const shared_path: Do = async (caller, row, shared) => {
  if (!shared) return 'stuck'
  await associate(row.region, row.stream.externalName, shared.identityArn)
  await asTenant(caller, (tx) =>
    tx.stream.update({ where: { id: row.streamId }, data: { sharedPathOf: shared.incarnation } }),
  )
  return 'done'
}

export const steps = { identity, mail_from, stream, association, shared_path }

async function mark(caller: WorkerCaller, row: DomainRow, data: Partial<DomainRow>): Promise<'done'> {
  // The incarnation guards against marking a row whose outside thing was voided meanwhile.
  await asTenant(caller, (tx) =>
    tx.domain.updateMany({ where: { id: row.id, incarnation: row.incarnation }, data }),
  )
  return 'done'
}

async function demandProof(caller: WorkerCaller, row: DomainRow): Promise<'stuck'> {
  await asTenant(caller, async (tx) => {
    await tx.domain.update({
      where: { id: row.id },
      data: { ownershipRequired: true, nextCheckAt: new Date() },
    })
    await tx.domainEvent.create({
      data: { tenantId: row.tenantId, domainId: row.id, kind: 'ownership_needed' },
    })
  })
  return 'stuck'
}

async function stuck(caller: WorkerCaller, row: DomainRow, problem: 'held' | 'foreign'): Promise<'stuck'> {
  if (row.problem === problem) return 'stuck'
  await asTenant(caller, (tx) =>
    tx.domain.update({
      where: { id: row.id },
      data: { problem, problemDetail: null, problemAt: new Date() },
    }),
  )
  return 'stuck'
}
