import type { Actor } from '@/lib/audit/record-act'
import type { Prisma, Tx } from '@/lib/kernel/db/client'
import { moveTenantIn, undoMoveIn } from '@/lib/tenants/moves/platform'
import type { Plan } from '../../tenants/plan'
import { startProvision } from '../../tenants/platform'
import { runProvision } from '../../tenants/steps/platform'
import type { ItemOutcome } from '../to-view'

interface Item {
  batchId: string
  input: Prisma.JsonObject
}
/** @returns what is kept, and the tenant whose open pages have something new to show */
type Act = (tx: Tx, actor: Actor, item: Item) => Promise<{ outcome: ItemOutcome; tell?: string }>

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

/** What an item of each kind does, in the transaction that settles it. */
export const acts: Record<'move' | 'provision' | 'undo', Act> = {
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
    const failed = await tx.provisionStep.findMany({
      where: { provisionId: id, state: 'failed' },
      orderBy: { seq: 'asc' },
    })
    const problem = failed.flatMap(({ because }) => because ?? []).join(' ')
    return { outcome: { tenant: plan.slug, ...(problem && { problem, code: failed[0]!.problem! }) } }
  },
}
