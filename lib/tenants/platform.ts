import { asPlatform } from '@/lib/kernel/platform'
import type { Position } from '@/lib/kernel/page'
import { olderThan } from '@/lib/kernel/page'

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
    const workspace = await tx.workspace.findFirstOrThrow({ where: { isDefault: true } })
    return tx.tenant.upsert({
      where: { slug: tenant.slug },
      create: { ...tenant, workspaceId: workspace.id },
      update: {},
    })
  })
}
