import type { Actor } from '@/lib/audit/record-act'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { openInboxIn } from '@/lib/inboxes/open-in'
import { AppError } from '@/lib/kernel/errors'
import type { Change } from '@/lib/kernel/live'
import { withinAsTenant } from '@/lib/kernel/platform'
import { moveTenantIn, undoMoveIn } from '@/lib/tenants/moves/platform'
import { openedIn } from '../../tenants/opened/platform'
import type { Plan } from '../../tenants/plan'
import { startProvision } from '../../tenants/platform'
import { runProvision } from '../../tenants/steps/platform'
import type { ItemOutcome } from '../to-view'

interface Item {
  batchId: string
  input: Prisma.JsonObject
}
/** @returns what is kept, the tenant whose limits may be others, and what open pages have something new of */
type Act = (
  tx: Tx,
  actor: Actor,
  item: Item,
) => Promise<{ outcome: ItemOutcome; tell?: string; news?: Change }>

interface MoveInput {
  tenant: string
  workspace: string
}
interface UndoInput {
  tenant: string
  move: string
}
interface ProvisionInput {
  clientId: string
  plan: Plan
}
interface OpenInput {
  /** slug */
  tenant: string
  clientId: string
  localPart?: string
  domain?: string
  name?: string
}

/** What an item of each kind does, in the transaction that settles it. */
export const acts: Record<'move' | 'provision' | 'undo' | 'open_inboxes', Act> = {
  async move(tx, actor, { batchId, input }) {
    const { tenant, workspace } = input as unknown as MoveInput
    const moved = await moveTenantIn(tx, actor, { tenant, workspace, assignment: 'explicit', batchId })
    return { outcome: { tenant }, tell: moved.tenantId }
  },
  async undo(tx, actor, { input }) {
    const { tenant, move } = input as unknown as UndoInput
    const moved = await undoMoveIn(tx, actor, move)
    return { outcome: { tenant }, tell: moved.tenantId }
  },
  /** In transactions of its own: its client id makes it one tenant, also when the item is taken again after a death. */
  async provision(tx, actor, { input }) {
    const { clientId, plan } = input as unknown as ProvisionInput
    const id = await startProvision(actor, clientId, plan)
    await runProvision(id)
    const steps = await tx.provisionStep.findMany({ where: { provisionId: id }, orderBy: { seq: 'asc' } })
    const failed = steps.filter(({ state }) => state === 'failed')
    const inbox = await firstInbox(tx, steps)
    const problem = failed.flatMap(({ because }) => because ?? []).join(' ')
    return {
      outcome: {
        tenant: plan.slug,
        ...(inbox && { inbox }),
        ...(problem && { problem, code: failed[0]!.problem! }),
      },
    }
  },
  /** Its client id makes it one inbox, also when another file or request says the same. */
  async open_inboxes(tx, actor, { input }) {
    const { tenant, ...request } = input as unknown as OpenInput
    const found = await tx.tenant.findUnique({ where: { slug: tenant }, select: { id: true } })
    if (!found) throw new AppError('not_found', { say: 'There is no organisation of this slug.' })
    const { id: tenantId } = found
    const { inboxId: id, ...opened } = await withinAsTenant(tx, tenantId, () =>
      openInboxIn(tx, actor, tenantId, request),
    )
    const outcome = { tenant, inbox: { id, ...opened } }
    return { outcome, tell: tenantId, news: { tenantId, noun: 'inboxes', id } }
  },
}

async function firstInbox(tx: Tx, steps: { tenantId: string; kind: string; madeId: string | null }[]) {
  const made = steps.find(({ kind, madeId }) => kind === 'inbox' && madeId)
  return made && (await openedIn(tx, made.tenantId, [made.madeId!])).get(made.madeId!)
}
