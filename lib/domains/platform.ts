import { recordAct } from '@/lib/audit/record-act'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { SECOND } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { asPlatform, withinAsPlatform } from '@/lib/kernel/platform'
import { contest } from './contest'
import { LOOK_FOR } from './domain-state'

/** What a worker is handed: ids only; it reads the rest as a worker of that tenant. */
export interface DueDomain {
  id: string
  tenantId: string
}

// Long enough for one check; a worker that dies lets its rows fall due again after it.
const LEASE_SECONDS = 20

/**
 * Claims domains that are due, one of each tenant first, so that a tenant with thousands does not starve the rest.
 * Across tenants because the poller serves all of them; several workers share by SKIP LOCKED.
 */
export function claimDueDomains(limit: number): Promise<DueDomain[]> {
  return asPlatform(
    (tx) => tx.$queryRaw<DueDomain[]>`
      with ranked as (
        select id, "nextCheckAt", row_number() over (partition by "tenantId" order by "nextCheckAt") as turn
          from (select id, "tenantId", "nextCheckAt" from "Domain"
                 where "nextCheckAt" <= now() order by "nextCheckAt" limit 500) due),
      picked as (
        select d.id from "Domain" d join ranked using (id)
         where d."nextCheckAt" <= now()
         order by ranked.turn, ranked."nextCheckAt" limit ${limit}
           for update of d skip locked)
      update "Domain" d set "nextCheckAt" = now() + make_interval(secs => ${LEASE_SECONDS})
        from picked where d.id = picked.id
      returning d.id, d."tenantId"`,
  )
}

/** Milliseconds until the next domain of any tenant falls due; null when there is none. */
export async function untilNextDue(): Promise<number | null> {
  const rows = await asPlatform(
    (tx) => tx.$queryRaw<{ ms: number | null }[]>`
      select extract(epoch from min("nextCheckAt") - now())::float8 * 1000 as ms from "Domain"`,
  )
  return rows[0]?.ms ?? null
}

interface Holder {
  name: string
  tenantId: string
  domainId: string
}

/**
 * Tries to take the name for a claim, inside the tenant's own transaction and under a lock of that name; `contest` decides.
 * Whether others claim or held a name must not be visible to tenants, so the platform role looks.
 */
export function takeName(
  tx: Tx,
  claim: Holder & {
    /** the worker that saw its proof of ownership; null as long as there is none */
    provenBy: WorkerCaller | null
  },
): Promise<{ outcome: ReturnType<typeof contest>; displaced: DueDomain | null }> {
  return withinAsPlatform(tx, async () => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`name:${claim.name}`}, 0))::text`
    const holder = await tx.nameHolder.findUnique({ where: { name: claim.name } })
    if (holder?.domainId === claim.domainId) {
      if (claim.provenBy && !holder.provenAt)
        await tx.nameHolder.update({ where: { name: claim.name }, data: { provenAt: new Date() } })
      return { outcome: 'held' as const, displaced: null }
    }
    const { name, tenantId, domainId, provenBy } = claim
    const proven = provenBy !== null
    const past = await tx.nameHistory.findFirst({ where: { name, tenantId: { not: tenantId } } })
    const trials = holder ? await trialsAmong(tx, [tenantId, holder.tenantId]) : new Set()
    const outcome = contest(
      { trial: trials.has(tenantId), proven },
      holder && { trial: trials.has(holder.tenantId), proven: holder.provenAt !== null },
      past !== null,
    )
    if (outcome !== 'held') return { outcome, displaced: null }
    if (holder && provenBy) await displace(tx, provenBy, holder)
    await tx.nameHolder.create({
      data: { name, tenantId, domainId, provenAt: proven ? new Date() : null },
    })
    return { outcome, displaced: holder && { id: holder.domainId, tenantId: holder.tenantId } }
  })
}

async function trialsAmong(tx: Tx, ids: string[]): Promise<Set<string>> {
  const trials = await tx.tenant.findMany({
    where: { id: { in: ids }, environment: { not: 'production' } },
    select: { id: true },
  })
  return new Set(trials.map(({ id }) => id))
}

/**
 * The claim that gave way starts anew, also one that was ready: its keys are void, and it needs a proof of its own. Its
 * timeline and its trail say so, and nothing of who has the name.
 */
async function displace(tx: Tx, actor: WorkerCaller, holder: Holder): Promise<void> {
  const { name, tenantId, domainId } = holder
  await tx.nameHolder.delete({ where: { name } })
  await recordHistory(tx, holder)
  await tx.$executeRaw`
    update "Domain" set "ownershipRequired" = true, "ownershipProvenAt" = null, "dkimTokens" = '{}', "signingHostedZone" = null,
           "identityArn" = null, "mailFromSetAt" = null, "associatedAt" = null, "sesVerified" = false, "sesDkimStatus" = null,
           "sesMailFromStatus" = null, "incarnation" = uuidv7(), "problem" = null, "problemDetail" = null, "problemAt" = null,
           "receiving" = case when "receiving" = 'off' then "receiving" else 'pending' end, "readyAt" = null,
           "lostSince" = null, "deadlineAt" = now() + make_interval(secs => ${LOOK_FOR / SECOND}), "attempt" = 0,
           "nextCheckAt" = now()
     where id = ${domainId}::uuid`
  await tx.$executeRaw`delete from "DomainRecord" where "domainId" = ${domainId}::uuid`
  await tx.domainEvent.create({ data: { tenantId, domainId, kind: 'began_anew' } })
  await recordAct(tx, actor, {
    ...{ tenantId, action: 'domain.displaced' },
    subject: { type: 'domain', id: domainId, label: name },
  })
}

/**
 * Marks the claim that holds a name as proven: its DNS carried the keys that only it was shown. Answers whether it was
 * proven by this.
 */
export function proveName(tx: Tx, domainId: string): Promise<boolean> {
  return withinAsPlatform(tx, async () => {
    const { count } = await tx.nameHolder.updateMany({
      where: { domainId, provenAt: null },
      data: { provenAt: new Date() },
    })
    return count > 0
  })
}

/** Lets go of a name and leaves the tombstone that makes the next tenant prove its ownership. */
export function releaseName(tx: Tx, claim: Holder): Promise<void> {
  return withinAsPlatform(tx, async () => {
    const { count } = await tx.nameHolder.deleteMany({ where: { domainId: claim.domainId } })
    if (count > 0) await recordHistory(tx, claim)
  })
}

async function recordHistory(tx: Tx, { name, tenantId, domainId }: Holder): Promise<void> {
  await tx.nameHistory.upsert({
    where: { name_tenantId_domainId: { name, tenantId, domainId } },
    create: { name, tenantId, domainId },
    update: { releasedAt: new Date() },
  })
}

/** The platform tenant's ready domain: the shared path every tenant may leave by while its own is not ready. */
export function sharedPathDomain(name: string) {
  return asPlatform((tx) =>
    tx.domain.findFirst({
      where: { name, tenant: { kind: 'platform' }, state: { in: ['ready', 'degraded'] } },
      select: { name: true, mailFromLabel: true, identityArn: true, incarnation: true },
    }),
  )
}

/** Domains that wait for an administrator, across tenants. */
export function domainsInTrouble() {
  return asPlatform((tx) =>
    tx.domain.findMany({
      where: { problem: { in: ['refused', 'foreign', 'held', 'unreachable'] } },
      include: { tenant: { select: { slug: true, name: true, environment: true } } },
      orderBy: { problemAt: 'asc' },
      take: 200,
    }),
  )
}

/** Some container's ARN in a region: it carries the account's number, which other names there are built with. */
export async function anyContainerArn(region: string): Promise<string | null> {
  const stream = await asPlatform((tx) =>
    tx.stream.findFirst({
      where: { containerArn: { contains: `:${region}:` } },
      select: { containerArn: true },
    }),
  )
  return stream?.containerArn ?? null
}

/** Whose a name is: what the sweep compares with the mail network's list. */
export function holderOfName(name: string) {
  return asPlatform((tx) => tx.nameHolder.findUnique({ where: { name } }))
}
