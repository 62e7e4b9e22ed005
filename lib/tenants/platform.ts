import { members, openIn } from '@/lib/accounts/invites/invite'
import { paceInvites, withdrawInvite, writeInvite } from '@/lib/accounts/invites/write-invite'
import { platformTenantId } from '@/lib/audit/platform'
import { recordAct, type Actor } from '@/lib/audit/record-act'
import { Prisma, type Environment, type Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'
import { enqueue } from '@/lib/kernel/jobs'
import { asPlatform } from '@/lib/kernel/platform'
import type { Position } from '@/lib/kernel/page'
import { olderThan } from '@/lib/kernel/page'
import { PREPARE_STREAM } from './jobs'
import { externalNameOf } from './stream'

/** Tenants by name, slug, or a domain of theirs, for support and admins. */
export function findTenants(search: string | undefined, before: Position | undefined, take: number) {
  const like = search && { contains: search, mode: 'insensitive' as const }
  return asPlatform((tx) =>
    tx.tenant.findMany({
      where: {
        AND: [
          like ? { OR: [{ name: like }, { slug: like }, { domains: { some: { name: like } } }] } : {},
          olderThan('createdAt', before),
        ],
      },
      include: {
        workspace: true,
        domains: { select: { name: true, state: true }, orderBy: { createdAt: 'desc' }, take: 5 },
        _count: { select: { memberships: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take,
    }),
  )
}

export interface NewTenant {
  slug: string
  name: string
  kind: 'customer' | 'platform'
}

/** Makes a tenant in the default workspace, or answers the one of that slug. For seeds; customers are not signed up here. */
export function ensureTenant(tenant: NewTenant) {
  return asPlatform(async (tx) => {
    const workspace = await defaultWorkspace(tx, 'production')
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

/**
 * A new customer: the tenant, its stream, the first owner's invitation, or none of them. Its own data key is not there
 * before it is, so the mail waits with the platform and what is recorded says nothing that had to be encrypted.
 * @throws AppError tenant_exists
 */
export async function makeTenant(
  caller: Actor,
  { slug, name, ownerEmail }: { slug: string; name: string; ownerEmail: string | undefined },
) {
  const mailIn = await platformTenantId()
  return asPlatform(async (tx) => {
    const workspace = await defaultWorkspace(tx, 'production')
    const tenant = await tx.tenant.create({
      data: { slug, name, kind: 'customer', workspaceId: workspace.id },
      include: { workspace: true },
    })
    const { id: tenantId } = tenant
    await tx.stream.create({ data: { tenantId, externalName: externalNameOf(tenantId) } })
    await enqueue(tx, PREPARE_STREAM, { tenantId })
    await recordAct(tx, caller, {
      tenantId,
      action: 'tenant.created',
      subject: { type: 'tenant', id: tenantId, label: name },
    })
    const owner = { organisation: name, role: 'owner', mailIn } as const
    if (ownerEmail) await writeInvite(tx, caller, { house: members(tenantId), email: ownerEmail, ...owner })
    return tenant
  }).catch(taken)
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

/** Where a tenant of an environment lands when nothing says otherwise. */
export const defaultWorkspace = (tx: Tx, environment: Environment) =>
  tx.workspace.findFirstOrThrow({ where: { isDefault: true, environment } })

/** Two requests at once: the unique index lets one through. */
function taken(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
    throw new AppError('tenant_exists', { field: 'slug', cause: error })
  throw error
}
