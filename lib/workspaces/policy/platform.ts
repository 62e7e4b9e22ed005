import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { announceAll } from '@/lib/kernel/live'
import { asPlatform } from '@/lib/kernel/platform'
import { planLimits } from '@/lib/tenants/plans'
import { effectiveLimits, type Policy } from '@/lib/usage/effective-limits'
import { limitNames } from '@/lib/usage/fields'
import { policyOf } from '@/lib/usage/limits-of'
import { findWorkspace, subjectOf, type WorkspaceRow } from '../workspace'
import { refuseAboveCeiling } from './ceilings'
import { refuseBothWays } from './mail/both-ways'
import { mailOf } from './mail/mail-of'
import type { MailPolicyView } from './mail/view'
import { mailChanges } from './mail/words'
import { policyFrom } from './values'

// A policy holds for tenants of all kinds, and its history belongs to none of them: both are the platform's.

/** Pages that show a limit are told of an edit; beyond this many tenants they find it with their next look. */
const MOST_TOLD = 300

interface Values {
  policy: Partial<Policy>
  mail: Partial<MailPolicyView>
}
interface Edit extends Values {
  version: number
}

/**
 * Sets fields of a policy, in one statement that holds only while it is the version that the caller saw. Whatever acts
 * from then on reads the new values. @throws AppError policy_conflict | limit_above_ceiling
 */
export function editPolicy(caller: Actor, slug: string, { version, ...values }: Edit): Promise<WorkspaceRow> {
  return write(caller, slug, version, () => Promise.resolve({ ...values, restoredFrom: null }))
}

/** Sets all fields to what they were in an earlier version. @throws AppError as above | not_found */
export function putBack(caller: Actor, slug: string, version: number, to: number): Promise<WorkspaceRow> {
  return write(caller, slug, version, async (tx, row) => ({
    ...(await valuesAt(tx, row, to)),
    restoredFrom: to,
  }))
}

type Wanted = (tx: Tx, row: WorkspaceRow) => Promise<Values & { restoredFrom: number | null }>

async function write(caller: Actor, slug: string, version: number, wanted: Wanted): Promise<WorkspaceRow> {
  const tenantId = await platformTenantId()
  const { row, touched } = await asPlatform(async (tx) => {
    const was = await findWorkspace(tx, slug)
    if (was.policyVersion !== version) return conflict(tx, was.id)
    const { policy, mail, restoredFrom } = await wanted(tx, was)
    refuseAboveCeiling(policy)
    const before = { ...policyOf(was), ...mailOf(was) }
    const after = { ...before, ...given(policy), ...given(mail) }
    refuseBothWays(after)
    const changed = [
      ...limitNames.filter((name) => before[name] !== after[name]),
      ...mailChanges(before, after).map(({ name }) => name),
    ]
    if (changed.length === 0) return { row: was, touched: [] }
    const data = { ...after, policyVersion: version + 1 }
    const { count } = await tx.workspace.updateMany({ where: { id: was.id, policyVersion: version }, data })
    if (count === 0) return conflict(tx, was.id)
    const who = { changedById: 'userId' in caller ? caller.userId : 'keyId' in caller ? caller.keyId : null }
    const changedBy = 'name' in caller ? caller.name : 'Letterhead'
    await tx.policyRevision.create({
      data: { ...who, workspaceId: was.id, version: version + 1, before, after, changedBy, restoredFrom },
    })
    await recordAct(tx, caller, {
      tenantId,
      action: restoredFrom === null ? 'workspace.policy_set' : 'workspace.policy_restored',
      subject: subjectOf(was),
      before: only(before, changed),
      after: only(after, changed),
    })
    return { row: { ...was, ...data }, touched: await touchedBy(tx, was.id, before, after) }
  })
  await announceAll(touched.map(({ id }) => ({ tenantId: id, noun: 'usage', id })))
  return row
}

/** Without the fields that were left out. */
const given = <V extends object>(values: V) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as V

const only = <K extends string>(policy: Record<K, unknown>, names: K[]) =>
  Object.fromEntries(names.map((name) => [name, policy[name]]))

/** Tenants with an effective limit that differs, as many as are told. */
function touchedBy(tx: Tx, workspaceId: string, before: Policy, after: Policy) {
  const plans = (['free', 'pro', 'enterprise'] as const).filter((plan) => {
    const [was, is] = [before, after].map((policy) => effectiveLimits(planLimits(plan), policy))
    return limitNames.some((name) => was![name] !== is![name])
  })
  return tx.tenant.findMany({
    where: { kind: 'customer', workspaceId, plan: { in: plans } },
    select: { id: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_TOLD,
  })
}

/** Says whose edit came first. */
async function conflict(tx: Tx, workspaceId: string): Promise<never> {
  const last = await tx.policyRevision.findFirst({ where: { workspaceId }, orderBy: { version: 'desc' } })
  if (!last) throw new AppError('policy_conflict')
  const at = last.createdAt.toISOString()
  throw new AppError('policy_conflict', {
    field: 'version',
    say: `${last.changedBy} changed this policy on ${at.slice(0, 10)} at ${at.slice(11, 16)} UTC: it is version ${last.version} now.`,
    next: 'Look at the newest values, then decide again.',
  })
}

/** The first version has no revision: what it said stands before the second. @throws AppError not_found */
async function valuesAt(
  tx: Tx,
  { id: workspaceId, policyVersion }: WorkspaceRow,
  version: number,
): Promise<Values> {
  const revisions = await tx.policyRevision.findMany({
    where: { workspaceId, version: { in: [version, version + 1] } },
  })
  const own = revisions.find((revision) => revision.version === version)
  const next = revisions.find((revision) => revision.version === version + 1)
  const facts = own?.after ?? next?.before
  if (facts) return { policy: policyFrom(facts), mail: mailOf(facts) }
  if (version === policyVersion) return { policy: {}, mail: {} }
  throw new AppError('not_found', { say: `This policy has no version ${version}.`, field: 'to' })
}

/** Who set the values of a version, and when; null for the first. */
export const lastRevision = (workspaceId: string, version: number) =>
  asPlatform((tx) =>
    tx.policyRevision.findUnique({ where: { workspaceId_version: { workspaceId, version } } }),
  )

/** The newest first, with what holds now; `before` is a version. @throws AppError not_found */
export const revisionPage = (slug: string, before: number | undefined, take: number) =>
  asPlatform(async (tx) => {
    const now = await findWorkspace(tx, slug)
    const rows = await tx.policyRevision.findMany({
      where: { workspaceId: now.id, ...(before && { version: { lt: before } }) },
      orderBy: { version: 'desc' },
      take,
    })
    return { now, rows }
  })
