import type { Caller } from '@/lib/kernel/caller'
import { MINUTE } from '@/lib/kernel/clock'
import type { Tx } from '@/lib/kernel/db/client'
import { isUuid } from '@/lib/kernel/ids'
import { log } from '@/lib/kernel/log'
import type { Miss } from '@/lib/kernel/misses'
import { asPlatform } from '@/lib/kernel/platform'
import { takeRate } from '@/lib/kernel/rate'
import { platformTenantId } from '../platform'
import { actorIdOf, actorLabelOf, recordAct } from '../record-act'

// A program gone wild is one finding, not a full disk.
const MOST_A_MINUTE = 60

type Asker = Exclude<Caller, { kind: 'nobody' | 'worker' | 'support' | 'admin' | 'platform_key' }>
interface Target {
  tenantId: string
  asked: string
}

/**
 * Looks into something that was asked for and not found: was it a neighbour's? Across tenants, because that is the
 * question. What is found is kept for the platform's eyes only: an entry in the asker's own trail would tell that the
 * neighbour has the thing. Answers how many attempts were recorded.
 */
export async function recordAttempts({ caller, operation, asked }: Miss): Promise<number> {
  if (!isAsker(caller)) return 0
  const targets = await asPlatform((tx) => neighboursOf(tx, caller, operation, asked))
  let recorded = 0
  for (const target of targets) {
    const seen = { operation, actor: caller.kind, credential: caller.credential?.id, ...target }
    const who = caller.credential?.id ?? actorIdOf(caller)
    const { ok } = await takeRate([{ of: `attempts ${who}`, limit: MOST_A_MINUTE, per: MINUTE }])
    log().warn({ ...seen, recorded: ok }, 'asked for what is a neighbour’s')
    if (!ok) continue
    await record(caller, operation, target)
    recorded += 1
  }
  return recorded
}

/** Who acts across tenants anyway, and our own code, crosses no border. */
const isAsker = (caller: Caller): caller is Asker =>
  !['nobody', 'worker', 'support', 'admin', 'platform_key'].includes(caller.kind)

/** What exists out of what was asked for, and belongs to a tenant in which the asker has no place. */
async function neighboursOf(tx: Tx, caller: Asker, operation: string, asked: string[]): Promise<Target[]> {
  const found = new Map<string, string>()
  const ids = asked.filter(isUuid).map((id) => id.toLowerCase())
  if (ids.length > 0)
    for (const row of await tx.$queryRaw<{ id: string; tenantId: string }[]>`
      select distinct id, "tenantId" from tenants_of(${ids}::uuid[])`)
      found.set(row.id, row.tenantId)
  if (operation === 'tenants.enter')
    for (const { id, slug } of await tx.tenant.findMany({
      where: { slug: { in: asked } },
      select: { id: true, slug: true },
    }))
      found.set(slug, id)
  const homes = await homesOf(tx, caller)
  return [...found].flatMap(([asked, tenantId]) => (homes.has(tenantId) ? [] : { asked, tenantId }))
}

async function homesOf(tx: Tx, caller: Asker): Promise<Set<string>> {
  const homes = new Set('tenantId' in caller ? [caller.tenantId] : [])
  if (!('userId' in caller)) return homes
  const { userId } = caller
  const memberships = await tx.membership.findMany({ where: { userId }, select: { tenantId: true } })
  const accesses = await tx.supportAccess.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: new Date() } },
    select: { tenantId: true },
  })
  for (const row of [...memberships, ...accesses]) homes.add(row.tenantId)
  return homes
}

async function record(caller: Asker, operation: string, target: Target): Promise<void> {
  const tenantId = await platformTenantId()
  await asPlatform(async (tx) => {
    await tx.crossTenantAttempt.create({
      data: {
        actorKind: caller.kind === 'visitor' ? caller.role : caller.kind,
        actorId: actorIdOf(caller),
        actorLabel: actorLabelOf(caller),
        fromTenantId: 'tenantId' in caller ? caller.tenantId : null,
        ...{ targetTenantId: target.tenantId, targetId: target.asked, operation, door: caller.door },
        credentialKind: caller.credential?.kind ?? null,
        credentialId: caller.credential?.id ?? null,
        ...{ address: caller.address, requestId: caller.requestId },
      },
    })
    await recordAct(tx, caller, {
      ...{ tenantId, action: 'tenant.attempted', result: 'refused' },
      subject: { type: 'tenant', id: target.tenantId, label: operation },
      after: { asked: target.asked, from: 'tenantId' in caller ? caller.tenantName : null },
    })
  })
}
