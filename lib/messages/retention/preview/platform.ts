import { Prisma } from '@/lib/kernel/db/client'
import { asPlatform } from '@/lib/kernel/platform'
import { usageTime } from '@/lib/usage/usage-time'
import { findWorkspace } from '@/lib/workspaces/workspace'
import { dayOf, nextRun } from '../night'
import type { Proposal } from '../overdue-sql'
import { removalsOf } from '../removals/platform'
import type { RetentionPreviewView } from '../view'

/**
 * What tonight deletes of all tenants of a workspace, which the platform alone can see; and what it would with other days.
 * @throws AppError not_found
 */
export async function previewOf(slug: string, proposal: Proposal): Promise<RetentionPreviewView> {
  const { id, at } = await asPlatform(async (tx) => ({
    id: (await findWorkspace(tx, slug)).id,
    at: nextRun(await usageTime(tx)),
  }))
  const only = Prisma.sql`t."workspaceId" = ${id}::uuid`
  const isProposed = Object.values(proposal).some((days) => days !== undefined)
  const [tonight, proposed] = await Promise.all([
    removalsOf(dayOf(at), only),
    isProposed ? removalsOf(dayOf(at), only, proposal) : null,
  ])
  return { at: at.toISOString(), tonight, proposed }
}
