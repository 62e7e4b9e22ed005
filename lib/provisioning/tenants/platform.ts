import type { Actor } from '@/lib/audit/record-act'
import { oneAtATime } from '@/lib/accounts/one-at-a-time'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import { placeFor } from '@/lib/tenants/grouping/platform'
import { makeTenantIn } from '@/lib/tenants/platform'
import { RUN_PROVISION } from '../jobs'
import { keptActor } from '../starter/started-by'
import { fingerprint, type Plan } from './plan'

// A tenant that is about to be has no context of its own, so it is begun as the platform.

/**
 * Begins a provision: the tenant, the steps that are still to do, and the job that does them, or none of them. The same
 * client id again answers what was begun. Answers the provision's id.
 * @throws AppError provision_mismatch | tenant_exists | workspace_unknown | workspace_archived | environment_differs
 */
export function startProvision(actor: Actor, clientId: string, plan: Plan): Promise<string> {
  const request = fingerprint(plan)
  return asPlatform(async (tx) => {
    await oneAtATime(tx, `provision ${clientId}`)
    const known = await tx.provision.findUnique({ where: { clientId } })
    if (known && known.request !== request) throw new AppError('provision_mismatch', { field: 'clientId' })
    return known?.id ?? begin(tx, actor, { clientId, request, plan })
  })
}

async function begin(
  tx: Tx,
  actor: Actor,
  { clientId, request, plan }: { clientId: string; request: string; plan: Plan },
): Promise<string> {
  const { slug, name, environment } = plan
  const place = await placeFor(tx, {
    environment,
    ...(plan.workspace !== null && { workspace: plan.workspace }),
    ...(plan.domain !== null && { domain: plan.domain }),
  })
  const tenant = await makeTenantIn(tx, actor, {
    ...{ slug, name, plan: plan.plan, environment, ...place },
    ...(plan.inbox !== null && { localPart: plan.inbox }),
  })
  const { id } = await tx.provision.create({
    data: { clientId, request, tenantId: tenant.id, startedBy: keptActor(actor) },
  })
  const steps = stepsOf(plan)
  await tx.provisionStep.createMany({
    data: steps.map((step, seq) => ({ ...step, seq, provisionId: id, tenantId: tenant.id })),
  })
  if (steps.length > 0) await enqueue(tx, RUN_PROVISION, { id })
  return id
}

/** The domain first: what waits for it can wait for nothing else. */
const stepsOf = ({ domain, invite, inboxes = [] }: Plan) =>
  [
    ...(domain === null ? [] : [{ kind: 'domain', input: { name: domain }, waitsFor: null }]),
    ...invite.map(({ email, role, when }) => ({
      kind: 'invite',
      input: { email, role, ...(when === 'domain_ready' && { domain }) },
      waitsFor: when === 'domain_ready' ? when : null,
    })),
    ...firstInbox(domain),
    ...inboxes.map(({ localPart, domain }) => ({
      kind: 'inbox',
      input: { localPart, ...(domain !== null && { domain }) },
      waitsFor: null,
    })),
  ] satisfies Omit<Prisma.ProvisionStepCreateManyInput, 'seq' | 'provisionId' | 'tenantId'>[]

/**
 * Every organisation begins with an inbox: at its address below the platform's own name, or on its domain where the
 * platform has none. One with neither has no name to open it on.
 */
function firstInbox(domain: string | null) {
  if (!env().PLATFORM_DOMAIN && domain === null) return []
  return [
    {
      kind: 'inbox',
      input: { first: true, ...(!env().PLATFORM_DOMAIN && { domain }) },
      waitsFor: null,
    },
  ]
}
