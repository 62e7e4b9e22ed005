import { listIdentities, readIdentity } from '@/lib/gateways/ses'
import { MINUTE } from '@/lib/kernel/clock'
import { env } from '@/lib/kernel/env'
import { withLock } from '@/lib/kernel/lock'
import { log } from '@/lib/kernel/log'
import { holderOfName } from './platform'
import { takeDownIdentity } from './take-down'

/**
 * Finds what an interrupted act may have left at the mail network: an identity with our tag whose claim is gone.
 * The other direction (a claim without its identity) is the reconciler's, which every due row passes through.
 * @throws MailNetworkTrouble
 */
export async function sweepOrphans(region: string): Promise<{ removed: string[] }> {
  const removed: string[] = []
  let page: string | undefined
  do {
    const { names, next } = await listIdentities(region, page)
    for (const name of names) if (await removeOrphan(region, name)) removed.push(name)
    page = next ?? undefined
  } while (page)
  return { removed }
}

async function removeOrphan(region: string, name: string): Promise<boolean> {
  const done = await withLock(`reconcile:${name}`, async () => {
    const holder = await holderOfName(name)
    if (holder) return false
    const identity = await readIdentity(region, name, 5 * MINUTE)
    // Only what this installation made, and says so itself.
    if (identity?.tags.letterhead !== env().INSTALLATION) return false
    await takeDownIdentity(region, name)
    log().info({ name }, 'removed an identity without a claim')
    return true
  })
  return done ?? false
}
