import { members, openIn } from '@/lib/accounts/invites/invite'
import { paceInvites, withdrawInvite, writeInvite } from '@/lib/accounts/invites/write-invite'
import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { Prisma, type Assignment, type Environment, type Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import type { Position } from '@/lib/kernel/page'
import { olderThan } from '@/lib/kernel/page'
import { readUsage } from '@/lib/usage/read-usage'
import { placeFor } from './grouping/platform'
import type { TenantRow } from './hold-tenant'
import { PREPARE_STREAM } from './jobs'
import { newestFirst, withPlaces } from './moves/to-move-view'
import { newestDomains } from './newest-domains'
import { defaultWorkspace } from './open-workspace'
import type { PlanName } from './plans'
import { externalNameOf } from './stream'

export interface Sought {
  search?: string | undefined
  plan?: PlanName | undefined
  environment?: Environment | undefined
  /** slug */
  workspace?: string | undefined
  suspended?: boolean | undefined
}

/** Customers by name, slug, or a domain of theirs, for support and admins. */
export function findTenants(sought: Sought, before: Position | undefined, take: number) {
  const { search, plan, environment, workspace, suspended } = sought
  // Slugs and domains are lower case: a comparison that need not fold is several times faster.
  const lower = search && { contains: search.toLowerCase() }
  return asPlatform(async (tx) => {
    const place = workspace !== undefined && (await tx.workspace.findUnique({ where: { slug: workspace } }))
    if (place === null) return []
    const rows = await tx.tenant.findMany({
      where: {
        AND: [
          search && lower
            ? {
                OR: [
                  { name: { contains: search, mode: 'insensitive' } },
                  { slug: lower },
                  { domains: { some: { name: lower } } },
                ],
              }
            : {},
          { kind: 'customer', ...(plan && { plan }), ...(environment && { environment }) },
          place ? { workspaceId: place.id } : {},
          suspended === undefined ? {} : { suspendedAt: suspended ? { not: null } : null },
          olderThan('createdAt', before),
        ],
      },
      include: { workspace: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    })
    const domainsOf = await newestDomains(
      tx,
      rows.map(({ id }) => id),
      FEW_DOMAINS,
    )
    return withMembers(
      tx,
      rows.map((row) => ({ ...row, domains: domainsOf(row.id) })),
    )
  })
}

/** How many people are in each, counted for these alone: a count beside the search would go through everybody. */
async function withMembers<R extends { id: string }>(tx: Tx, rows: R[]) {
  const counted = await tx.membership.groupBy({
    by: ['tenantId'],
    where: { tenantId: { in: rows.map(({ id }) => id) } },
    _count: true,
  })
  const members = new Map(counted.map(({ tenantId, _count }) => [tenantId, _count]))
  return rows.map((row) => ({ ...row, _count: { memberships: members.get(row.id) ?? 0 } }))
}

// What stands in a list, and on the page of one, without another page.
const [FEW_DOMAINS, MOST_DOMAINS, LAST_MOVES] = [5, 25, 10]

/** One customer with all around it. @throws AppError not_found */
export const wholeTenant = (slug: string) =>
  asPlatform(async (tx) => {
    const row = await tx.tenant.findUnique({
      where: { slug, kind: 'customer' },
      include: {
        workspace: true,
        moves: { include: withPlaces, ...newestFirst, take: LAST_MOVES },
      },
    })
    if (!row) throw new AppError('not_found')
    const of = { where: { tenantId: row.id } }
    const _count = { memberships: await tx.membership.count(of), domains: await tx.domain.count(of) }
    const domainsOf = await newestDomains(tx, [row.id], MOST_DOMAINS)
    const { meters, holds } = await readUsage(tx, row.id)
    return { row: { ...row, _count, domains: domainsOf(row.id) }, meters, holds }
  })

export interface NewTenant {
  slug: string
  name: string
  kind: 'customer' | 'platform'
  environment?: Environment
}

/** Makes a tenant in its environment's default workspace, or answers the one of that slug. For seeds; customers are not signed up here. */
export function ensureTenant(tenant: NewTenant) {
  return asPlatform(async (tx) => {
    const workspace = await defaultWorkspace(tx, tenant.environment ?? 'production')
    return tx.tenant.upsert({
      where: { slug: tenant.slug },
      create: {
        ...tenant,
        workspaceId: workspace.id,
        plan: tenant.kind === 'platform' ? 'enterprise' : 'pro',
      },
      update: {},
    })
  })
}

export interface NewCustomer {
  slug: string
  name: string
  plan: PlanName
  workspaceId: string
  environment: Environment
  assignment: Assignment
  /** before the @ of its address; `agent` when left out */
  localPart?: string
}

/**
 * A new customer in a transaction of the platform: the tenant, its stream and the stream's preparation. Its own data key
 * is not there before it is, so what is recorded says nothing that had to be encrypted. @throws AppError tenant_exists
 */
export async function makeTenantIn(tx: Tx, actor: Actor, customer: NewCustomer): Promise<TenantRow> {
  const tenant = await tx.tenant
    .create({ data: { ...customer, kind: 'customer' }, include: { workspace: true } })
    .catch(taken)
  const { id: tenantId, name: label } = tenant
  await tx.stream.create({ data: { tenantId, externalName: externalNameOf(tenantId) } })
  await enqueue(tx, PREPARE_STREAM, { tenantId })
  const subject = { type: 'tenant', id: tenantId, label }
  await recordAct(tx, actor, { tenantId, action: 'tenant.created', subject })
  return tenant
}

interface Opening {
  slug: string
  name: string
  plan: PlanName
  environment: Environment
  /** slug; the default of the environment when left out */
  workspace?: string | undefined
  ownerEmail?: string | undefined
}

/**
 * The tenant and the invitation of its first owner, whose mail waits with the platform, or neither.
 * @throws AppError tenant_exists | workspace_unknown | environment_differs | workspace_archived
 */
export async function makeTenant(caller: Actor, { workspace, ownerEmail, ...customer }: Opening) {
  const mailIn = await platformTenantId()
  return asPlatform(async (tx) => {
    const { environment, name: organisation } = customer
    const place = await placeFor(tx, { environment, workspace })
    const tenant = await makeTenantIn(tx, caller, { ...customer, ...place })
    const owner = { organisation, role: 'owner', mailIn } as const
    if (ownerEmail) await writeInvite(tx, caller, { house: members(tenant.id), email: ownerEmail, ...owner })
    return tenant
  })
}

/** Only while nobody owns it: from then on its owners say who comes. @throws AppError not_found | conflict */
export async function inviteFirstOwner(caller: Actor, slug: string, email: string) {
  await paceInvites(`${slug} ${email}`)
  return asPlatform(async (tx) => {
    // The platform's own organisation gets its owner with the first admin, and never by a key.
    const tenant = await tx.tenant.findUnique({ where: { slug, kind: 'customer' } })
    if (!tenant) throw new AppError('not_found')
    const { id: tenantId, name: organisation } = tenant
    if ((await tx.membership.count({ where: { tenantId, role: 'owner' } })) > 0)
      throw new AppError('conflict', {
        say: 'This organisation has an owner.',
        next: 'Owners invite the others.',
      })
    const house = members(tenantId)
    for (const earlier of await tx.invite.findMany({ where: openIn(house) }))
      await withdrawInvite(tx, caller, earlier)
    return writeInvite(tx, caller, { house, organisation, email, role: 'owner' })
  })
}

/** Two requests at once: the unique index lets one through. */
function taken(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new AppError('tenant_exists', { field: 'slug', cause: error })
  throw error
}
