import { asPlatform } from '@/lib/kernel/platform'

/** All workspaces, for the admin's page. */
export function allWorkspaces() {
  return asPlatform((tx) =>
    tx.workspace.findMany({
      include: { _count: { select: { tenants: true } } },
      orderBy: { createdAt: 'asc' },
      take: 200,
    }),
  )
}
