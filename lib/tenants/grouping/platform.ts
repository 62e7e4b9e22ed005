import type { Actor } from '@/lib/audit/record-act'
import type { Environment, Tx } from '@/lib/kernel/db/client'
import { withinAsPlatform } from '@/lib/kernel/platform'
import { findByPattern } from '@/lib/workspaces/platform'
import { relocate } from '../moves/relocate'
import { defaultWorkspace, holdOpen, openWorkspace } from '../open-workspace'
import { holdTenant } from '../hold-tenant'

// Workspaces and their patterns belong to no tenant, so whoever looks for the right one does it as the platform.

interface Wish {
  environment: Environment
  /** slug of the one that somebody chose */
  workspace?: string | undefined
  /** a name that is proven or that an admin wrote down: any other pulls nobody anywhere */
  domain?: string | undefined
}
interface Place {
  workspaceId: string
  assignment: 'fallback' | 'pattern' | 'explicit'
}

/**
 * Where a new tenant lands: the workspace somebody chose, the one whose pattern fits its domain most closely, or the
 * default of its environment. In a transaction of the platform.
 * @throws AppError workspace_unknown | environment_differs | workspace_archived
 */
export async function placeFor(tx: Tx, { environment, workspace, domain }: Wish): Promise<Place> {
  if (workspace !== undefined) {
    const { id } = await openWorkspace(tx, workspace, environment)
    return { workspaceId: id, assignment: 'explicit' }
  }
  const found = domain === undefined ? null : await findByPattern(tx, environment, domain)
  if (found && (await holdOpen(tx, found.workspaceId)))
    return { workspaceId: found.workspaceId, assignment: 'pattern' }
  const { id } = await defaultWorkspace(tx, environment)
  return { workspaceId: id, assignment: 'fallback' }
}

/**
 * A name of the tenant is proven: one that nobody placed and no pattern brought anywhere goes to the workspace whose
 * pattern fits. A stretch of the tenant's own transaction. Answers whether it was moved.
 */
export function groupTenantIn(tx: Tx, actor: Actor, tenantId: string, provenName: string): Promise<boolean> {
  return withinAsPlatform(tx, async () => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId, kind: 'customer' } })
    if (tenant?.assignment !== 'fallback') return false
    const found = await findByPattern(tx, tenant.environment, provenName)
    if (!found || found.workspaceId === tenant.workspaceId) return false
    const held = await holdTenant(tx, { id: tenantId })
    if (held.assignment !== 'fallback' || !(await holdOpen(tx, found.workspaceId))) return false
    await relocate(tx, actor, held, { workspaceId: found.workspaceId, assignment: 'pattern' })
    return true
  })
}
