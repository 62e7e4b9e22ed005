import type { Tx } from '@/lib/kernel/db/client'
import { AppError } from '@/lib/kernel/errors'

/**
 * Makes these the patterns of a workspace. Of two admins who want the same one at once, the primary key lets one have
 * it: the other waits here for the first one's commit. @throws AppError pattern_taken
 */
export async function writePatterns(
  tx: Tx,
  { id, environment }: { id: string; environment: string },
  patterns: string[],
): Promise<void> {
  await tx.workspacePattern.deleteMany({ where: { workspaceId: id, pattern: { notIn: patterns } } })
  await tx.$executeRaw`
    insert into "WorkspacePattern" (environment, pattern, "workspaceId")
      select ${environment}::"Environment", pattern, ${id}::uuid from unnest(${patterns}::text[]) pattern order by pattern
      on conflict do nothing`
  const [taken] = await tx.workspacePattern.findMany({
    where: { environment: environment as never, pattern: { in: patterns }, workspaceId: { not: id } },
    include: { workspace: { select: { name: true } } },
    orderBy: { pattern: 'asc' },
    take: 1,
  })
  if (taken)
    throw new AppError('pattern_taken', {
      field: 'patterns',
      say: `${taken.pattern} belongs to the workspace ${taken.workspace.name}.`,
      next: 'Take it out there first.',
    })
}
