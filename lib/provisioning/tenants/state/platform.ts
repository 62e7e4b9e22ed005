import { offerState } from '@/lib/accounts/invites/offer-state'
import type { Actor } from '@/lib/audit/record-act'
import { recordOnce } from '@/lib/audit/record-look'
import { withRecords } from '@/lib/domains/domain'
import { toSummary } from '@/lib/domains/to-view'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { databaseTime } from '@/lib/kernel/db/time'
import { env } from '@/lib/kernel/env'
import { AppError } from '@/lib/kernel/errors'
import { asPlatform } from '@/lib/kernel/platform'
import { toTenantView } from '@/lib/tenants/to-view'
import { trialAddress } from '@/lib/tenants/trial-domain'
import { isStartedBy, nameOf } from '../../starter/started-by'
import { maskEmail } from '../mask-email'
import { nextMoves } from '../next-moves'
import { openedIn } from '../opened/platform'
import type { ProvisionView, TenantStepsView } from '../view'
import { inputOf, shownSteps } from './step-view'

// Whoever provisioned a tenant is in none: what came of it is read as the platform.

const whole = {
  tenant: { include: { workspace: true } },
  steps: { orderBy: { seq: 'asc' } },
} satisfies Prisma.ProvisionInclude
type Row = Prisma.ProvisionGetPayload<{ include: typeof whole }>

/** What is active of a provision, and what is still whose move. @throws AppError not_found */
export const provisionState = (clientId: string): Promise<ProvisionView> =>
  asPlatform(async (tx) => stateOf(tx, await find(tx, clientId)))

/**
 * The same, for whoever looks: it names people of the tenant, whose trail says who looked, unless it is who had named
 * them. @throws AppError not_found
 */
export const shownProvision = (asks: Actor, clientId: string): Promise<ProvisionView> =>
  asPlatform(async (tx) => {
    const row = await find(tx, clientId)
    const { tenantId, tenant, startedBy } = row
    if (!isStartedBy(startedBy, asks))
      await recordOnce(tx, asks, {
        ...{ tenantId, action: 'tenant.provision_read' },
        subject: { type: 'tenant', id: tenantId, label: tenant.name },
      })
    return stateOf(tx, row)
  })

async function find(tx: Tx, clientId: string): Promise<Row> {
  const row = await tx.provision.findUnique({ where: { clientId }, include: whole })
  if (!row) throw new AppError('not_found')
  return row
}

async function stateOf(tx: Tx, row: Row): Promise<ProvisionView> {
  const { clientId, tenant } = row
  const { PLATFORM_DOMAIN, NEXTAUTH_URL } = env()
  const steps = shownSteps(row)
  const opened = await inboxesOf(tx, row)
  const [domain, invites] = [await domainOf(tx, row), await invitesOf(tx, row)]
  return {
    clientId,
    tenant: toTenantView(tenant),
    trialAddress: trialAddress(tenant, PLATFORM_DOMAIN),
    ...opened,
    domain,
    invites,
    steps,
    next: nextMoves({
      url: `${NEXTAUTH_URL}/t/${tenant.slug}`,
      suspended: tenant.suspendedAt !== null,
      ...{ domain, invites, steps },
    }),
  }
}

/** The steps of whatever was provisioned for a tenant, its people masked. @throws AppError not_found */
export function stepsOfTenant(slug: string): Promise<TenantStepsView> {
  return asPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { slug }, select: { id: true } })
    if (!tenant) throw new AppError('not_found')
    const rows = await tx.provision.findMany({
      where: { tenantId: tenant.id },
      include: whole,
      orderBy: { createdAt: 'asc' },
      take: 20,
    })
    return {
      items: rows.map(({ clientId, startedBy, tenant, steps }) => ({
        ...{
          clientId,
          startedBy: nameOf(startedBy),
          steps: shownSteps({ tenant, steps }, maskEmail),
        },
      })),
    }
  })
}

async function inboxesOf(
  tx: Tx,
  { tenantId, steps }: Row,
): Promise<Pick<ProvisionView, 'inbox' | 'inboxes'>> {
  const made = steps.flatMap((step) =>
    step.kind === 'inbox' && step.madeId ? { id: step.madeId, first: inputOf(step).first } : [],
  )
  const opened = await openedIn(
    tx,
    tenantId,
    made.map(({ id }) => id),
  )
  const of = (all: typeof made) => all.flatMap(({ id }) => opened.get(id) ?? [])
  return {
    inbox: of(made.filter(({ first }) => first))[0] ?? null,
    inboxes: of(made.filter(({ first }) => !first)),
  }
}

async function domainOf(tx: Tx, { tenantId, steps }: Row) {
  const step = steps.find(({ kind }) => kind === 'domain')
  const row =
    step &&
    (await tx.domain.findFirst({ where: { tenantId, name: inputOf(step).name }, include: withRecords }))
  if (!row) return null
  const { id, name, state, send, receive } = toSummary(row)
  return { id, name, state, records: send.total + receive.total, found: send.found + receive.found }
}

async function invitesOf(tx: Tx, { tenantId, steps }: Row): Promise<ProvisionView['invites']> {
  const now = await databaseTime(tx)
  const sent = await tx.invite.findMany({
    where: { tenantId, id: { in: steps.flatMap((s) => s.madeId ?? []) } },
  })
  return steps
    .filter(({ kind }) => kind === 'invite')
    .map((step) => {
      const { email, role } = inputOf(step)
      const invite = sent.find(({ id }) => id === step.madeId)
      const state = invite ? offerState(invite, now) : step.state === 'failed' ? 'failed' : 'waiting'
      return { email, role, state }
    })
}
