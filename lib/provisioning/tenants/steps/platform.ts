import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import { members } from '@/lib/accounts/invites/invite'
import { writeInvite } from '@/lib/accounts/invites/write-invite'
import type { Actor } from '@/lib/audit/record-act'
import { claimDomain } from '@/lib/domains/claim-domain'
import type { DueDomain } from '@/lib/domains/platform'
import { wake } from '@/lib/domains/wake'
import { openInboxIn } from '@/lib/inboxes/open-in'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { AppError, catalog } from '@/lib/kernel/errors'
import { announce } from '@/lib/kernel/live'
import { log } from '@/lib/kernel/log'
import { asPlatform, withinAsTenant } from '@/lib/kernel/platform'
import { holdToStarter } from '../../starter/platform'
import { actorOf, inBackground } from '../../starter/started-by'

// Steps act for a tenant in which whoever asked for them is no member, so the platform runs them: each in a transaction
// of its own, marked as done where its work is done.

const whole = { provision: { include: { tenant: true } } } satisfies Prisma.ProvisionStepInclude
type Step = Prisma.ProvisionStepGetPayload<{ include: typeof whole }>
interface Run {
  tx: Tx
  actor: Actor
  step: Step
}

/**
 * Runs the steps of a provision that may run now, one after the other. Safe to run twice, at once, and to die between any
 * two. What is refused is told at its step; what breaks off for another reason stays there waiting, and stops no other.
 * Throws in the end when some did, so that its job tries again. `asker`: who waits for it; nobody in the background.
 */
export async function runProvision(id: string, asker?: Actor): Promise<void> {
  const steps = await asPlatform((tx) =>
    tx.provisionStep.findMany({ where: { provisionId: id, state: 'waiting' }, orderBy: { seq: 'asc' } }),
  )
  await each(steps, 'a step broke off', async ({ id }) => {
    try {
      await runStep(id, asker)
    } catch (error) {
      await settleRefused(id, error)
    }
  })
}

/** One after the other, whatever becomes of those before. Throws the first trouble in the end. */
async function each<T extends { id: string }>(all: T[], words: string, run: (one: T) => Promise<void>) {
  const troubles: unknown[] = []
  for (const one of all)
    await run(one).catch((error: unknown) => {
      log().warn({ err: error, id: one.id }, words)
      troubles.push(error)
    })
  if (troubles.length > 0) throw troubles[0]
}

/** What waited for a domain of this tenant runs when it became ready. */
export async function runWhatWaitedFor({ tenantId }: DueDomain): Promise<void> {
  const waiting = await asPlatform((tx) =>
    tx.provisionStep.findMany({
      where: { tenantId, state: 'waiting' },
      distinct: ['provisionId'],
      select: { provisionId: true },
    }),
  )
  const all = waiting.map(({ provisionId: id }) => ({ id }))
  await each(all, 'a provision broke off', ({ id }) => runProvision(id))
}

/** Runs what was left behind: steps that may run, of tenants that may act. First those that broke off least lately. */
export async function sweepProvisions(most = 500): Promise<void> {
  const left = await asPlatform(
    (tx) => tx.$queryRaw<{ id: string }[]>`
      select s."provisionId" as id from "ProvisionStep" s join "Tenant" t on t.id = s."tenantId"
       where s.state = 'waiting' and t."suspendedAt" is null
         and (s."waitsFor" is null or exists (
           select from "Domain" d where d."tenantId" = s."tenantId" and d.name = s.input ->> 'domain' and d.state = 'ready'))
       group by 1 order by max(s."brokeOffAt") nulls first, 1 limit ${most}`,
  )
  // Each of its troubles is in the log; the next minute tries again.
  await each(left, 'a provision broke off', ({ id }) => runProvision(id)).catch(() => undefined)
}

async function runStep(id: string, asker: Actor | undefined): Promise<void> {
  const ran = await asPlatform(async (tx) => {
    const step = await held(tx, id)
    if (!step || step.provision.tenant.suspendedAt) return null
    const domain = await domainOf(tx, step)
    if (step.waitsFor && domain?.state !== 'ready') return null
    if (!asker) await holdToStarter(tx, step.provision.startedBy)
    const actor = asker ?? inBackground(actorOf(step.provision.startedBy))
    if (await itsDomainIsToCome(tx, step)) return null
    const madeId = await makers[step.kind]!({ tx, actor, step })
    await tx.provisionStep.update({
      where: { id },
      data: { state: 'done', madeId, settledAt: await databaseTime(tx) },
    })
    if (step.waitsFor && domain) await tellTimeline(tx, step, domain.id)
    return { ...step, madeId, domainId: domain?.id ?? null }
  })
  if (!ran) return
  const { tenantId, kind, madeId, domainId } = ran
  if (kind === 'domain') return wake(tenantId, madeId)
  if (kind === 'inbox') return announce({ tenantId, noun: 'inboxes', id: madeId })
  await announce({ tenantId, noun: 'members', id: madeId })
  if (domainId) await announce({ tenantId, noun: 'domains', id: domainId })
}

/** The step, when it still waits: whoever runs the same provision at the same time stands behind this. */
async function held(tx: Tx, id: string): Promise<Step | null> {
  const { provisionId } = await tx.provisionStep.findUniqueOrThrow({ where: { id } })
  await oneAtATime(tx, `provision steps ${provisionId}`)
  return tx.provisionStep.findUnique({ where: { id, state: 'waiting' }, include: whole })
}

const inputOf = (step: Step) =>
  step.input as {
    name: string
    email: string
    role: 'owner' | 'member'
    localPart?: string
    domain?: string
  }

/** By its name: it may have been deleted and added again by whoever is in there meanwhile. */
const domainOf = (tx: Tx, step: Step) =>
  step.waitsFor
    ? tx.domain.findFirst({ where: { tenantId: step.tenantId, name: inputOf(step).domain! } })
    : Promise.resolve(null)

/** An inbox on a domain that broke off, and is tried again, is opened after it. */
const itsDomainIsToCome = async (tx: Tx, { kind, input, provisionId }: Step) =>
  kind === 'inbox' &&
  'domain' in (input as object) &&
  (await tx.provisionStep.count({ where: { provisionId, kind: 'domain', state: 'waiting' } })) > 0

/** What a step of each kind brings about; each answers the id of what it made. */
const makers: Record<string, (run: Run) => Promise<string>> = { domain: addDomain, invite, inbox: openInbox }

function addDomain({ tx, actor, step }: Run): Promise<string> {
  return withinAsTenant(tx, step.tenantId, () => claimDomain(tx, actor, step.tenantId, inputOf(step).name))
}

/** Its first is opened by what the organisation has: its own address, or its share of a pooled one. */
async function openInbox({ tx, actor, step }: Run): Promise<string> {
  const { tenantId } = step
  const { localPart, domain } = inputOf(step)
  const { inboxId } = await withinAsTenant(tx, tenantId, () =>
    openInboxIn(tx, actor, tenantId, { localPart, domain }),
  )
  return inboxId
}

async function invite({ tx, actor, step }: Run): Promise<string> {
  const { tenantId } = step
  const { email, role } = inputOf(step)
  if ((await tx.membership.count({ where: { tenantId, user: { email } } })) > 0)
    throw new AppError('member_exists')
  const organisation = step.provision.tenant.name
  return (await writeInvite(tx, actor, { house: members(tenantId), organisation, email, role })).id
}

async function tellTimeline(tx: Tx, step: Step, domainId: string): Promise<void> {
  const { email, role } = inputOf(step)
  await tx.domainEvent.create({
    data: { tenantId: step.tenantId, domainId, kind: 'step_ran', detail: { email, role } },
  })
}

/**
 * What the same again can help against is no refusal: it waits for the next try, behind the others. So does what stood in
 * line while its tenant was suspended, as it would have done had it come later.
 */
async function settleRefused(id: string, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || catalog[error.code].retry || error.code === 'tenant_suspended') {
    await asPlatform(
      (tx) =>
        tx.$executeRaw`update "ProvisionStep" set "brokeOffAt" = clock_timestamp() where id = ${id}::uuid`,
    )
    throw error
  }
  await asPlatform(async (tx) => {
    if (!(await held(tx, id))) return
    const { code: problem, message: because } = error
    const settledAt = await databaseTime(tx)
    await tx.provisionStep.update({ where: { id }, data: { state: 'failed', problem, because, settledAt } })
  })
}
