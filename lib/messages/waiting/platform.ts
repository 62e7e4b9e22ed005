import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/audit/record-act'
import { MINUTE } from '@/lib/kernel/clock'
import { announce } from '@/lib/kernel/live'
import { withLock } from '@/lib/kernel/lock'
import { asPlatform, insideTenant } from '@/lib/kernel/platform'
import { letIn } from './let-in'
import { inboxesDue, type WaitingInbox } from './who-waits'

// What one transaction holds; between two, whoever waits for the tenant's storage gets it.
const AT_ONCE = 100
const PAUSE = 20
// A job that runs longer than fifteen minutes is taken for dead by the queue.
const PATIENCE = 10 * MINUTE

/**
 * Lets in what waited for suspensions that are over, of all tenants: a batch of each inbox in turn. All it knows is in the
 * rows, so it goes on wherever it died, and running it twice does nothing more. One inbox that cannot be settled keeps no
 * other waiting: it is thrown about when all had their turn. By the worker; what is left after ten minutes, by its next job.
 */
export async function letInWaiting(
  actor: Actor,
  pause: () => Promise<unknown> = () => sleep(PAUSE),
): Promise<void> {
  const until = performance.now() + PATIENCE
  await withLock('waiting mail', async () => {
    while (performance.now() < until) {
      const due = await asPlatform(inboxesDue)
      if (due.length === 0) return
      const failures: unknown[] = []
      for (const inbox of due) {
        await letSomeIn(actor, inbox).catch((error: unknown) => failures.push(error))
        await pause()
      }
      if (failures.length > 0) throw failures[0]
    }
  })
}

async function letSomeIn(actor: Actor, inbox: WaitingInbox): Promise<void> {
  const { tenantId, inboxId } = inbox
  const settled = await insideTenant(tenantId, (tx) => letIn(tx, actor, inbox, AT_ONCE))
  if (settled > 0) await announce({ tenantId, noun: 'messages', id: inboxId })
}
