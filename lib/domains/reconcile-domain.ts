import { z } from 'zod'
import { MailNetworkTrouble } from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { SECOND } from '@/lib/kernel/clock'
import { asTenant } from '@/lib/kernel/db/tenant'
import { withLock } from '@/lib/kernel/lock'
import { log } from '@/lib/kernel/log'
import { operation } from '@/lib/kernel/operation'
import { findDomainIfThere } from './domain'
import { idInput } from './input'
import { nextStep, type Step } from './next-step'
import { sharedPath } from './read-domain'
import { removeDomain } from './remove-domain'
import { steps } from './steps'
import { wake } from './wake'

/**
 * Makes the mail network agree with the row: creates what is missing, takes down what shall go. Called by the
 * queue, the poller and the sweep; safe to run twice, and to die between any two calls.
 */
export const reconcileDomain = operation({
  name: 'domains.reconcile',
  summary: 'Make the mail network agree with what is written down for a domain.',
  permission: 'domains.work',
  effect: 'write',
  doors: 'internal',
  input: idInput,
  output: z.object({}),
  run: async (caller, { id }) => {
    // The work is done under the name's lock: a claim of another tenant on it must not run at the same time.
    const row = await findDomainIfThere(caller, id)
    if (!row) return {}
    const met = await withLock(`reconcile:${row.name}`, () => settle(caller, id))
    if (met === undefined || met === 'busy') await hurryRemoval(caller, id)
    return {}
  },
})

async function settle(caller: WorkerCaller, id: string): Promise<'settled' | MailNetworkTrouble['kind']> {
  try {
    while ((await advance(caller, id)) === 'again');
    return 'settled'
  } catch (error) {
    if (!(error instanceof MailNetworkTrouble)) throw error
    await noteTrouble(caller, id, error)
    return error.kind
  }
}

/** Nobody looks at what shall go but this: what was in its way for a moment must not cost the lease of a whole visit. */
async function hurryRemoval(caller: WorkerCaller, id: string): Promise<void> {
  const soon = new Date(Date.now() + SECOND)
  await asTenant(caller, (tx) =>
    tx.domain.updateMany({
      where: { id, deletingAt: { not: null }, nextCheckAt: { gt: soon } },
      data: { nextCheckAt: soon },
    }),
  )
}

const resting: Step[] = ['wait_for_proof', 'done']

async function advance(caller: WorkerCaller, id: string): Promise<'again' | 'rest'> {
  const row = await findDomainIfThere(caller, id)
  if (!row) return 'rest'
  const shared = await sharedPath()
  const step = nextStep(row, shared?.incarnation ?? null)
  if (step === 'remove') {
    await removeDomain(caller, row)
    return 'rest'
  }
  if (resting.includes(step)) {
    if (step === 'done' && row.problem) await progressed(caller, id)
    return 'rest'
  }
  const outcome = await steps[step as keyof typeof steps](caller, row, shared)
  if (outcome === 'done') await progressed(caller, id)
  await wake(caller.tenantId, id)
  return outcome === 'done' ? 'again' : 'rest'
}

/** The state follows from what is written down, and it is derived by the next look: now. */
const progressed = (caller: WorkerCaller, id: string) =>
  asTenant(caller, (tx) =>
    tx.domain.updateMany({
      where: { id },
      data: { problem: null, problemDetail: null, problemAt: null, nextCheckAt: new Date() },
    }),
  )

/**
 * Kept on the row: the page tells the customer what it means for them, the admin sees what it was, and since when. To have
 * to wait says nothing about trouble that stands: a page would tell of a few seconds while only an operator can mend it.
 */
async function noteTrouble(caller: WorkerCaller, id: string, error: MailNetworkTrouble): Promise<void> {
  const problem = error.kind === 'rejected' ? 'refused' : error.kind
  const problemDetail = `${error.operation}: ${error.providerCode}`
  if (problem !== 'busy')
    log().warn({ domainId: id, operation: error.operation, code: error.providerCode }, 'mail network trouble')
  await asTenant(caller, async (tx) => {
    const again = await tx.domain.updateMany({ where: { id, problem }, data: { problemDetail } })
    if (again.count > 0) return
    const free = problem === 'busy' ? { problem: null } : {}
    await tx.domain.updateMany({
      where: { id, ...free },
      data: { problem, problemDetail, problemAt: new Date() },
    })
  })
  await wake(caller.tenantId, id)
}
