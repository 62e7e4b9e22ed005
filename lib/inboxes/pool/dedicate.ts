import { recordAct } from '@/lib/audit/record-act'
import type { WorkerCaller } from '@/lib/kernel/caller'
import type { Tx } from '@/lib/kernel/db/client'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { announce } from '@/lib/kernel/live'
import { trialDomain } from '@/lib/tenants/trial-domain'
import { holdInboxes } from '../open-in'
import { freeAddress } from './free-address'

/**
 * A tenant that left the free plan: its share of the pooled address becomes an inbox with an address of its own. The tag
 * goes on arriving there, and grants and tokens stand, as they are bound to its id. Safe to run twice: what is dedicated
 * already, or on the free plan again by now, is left as it is.
 */
export async function dedicateShared(caller: WorkerCaller): Promise<void> {
  const id = await asTenant(caller, (tx) => dedicate(tx, caller))
  if (id) await announce({ tenantId: caller.tenantId, noun: 'inboxes', id })
}

async function dedicate(tx: Tx, caller: WorkerCaller): Promise<string | null> {
  const { tenantId } = caller
  const { PLATFORM_DOMAIN } = env()
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
  if (!PLATFORM_DOMAIN || tenant.plan === 'free') return null
  await holdInboxes(tx, tenantId)
  const inbox = await tx.inbox.findFirst({ where: { tenantId, kind: 'shared', closedAt: null } })
  if (!inbox) return null
  const place = { localPart: tenant.localPart, domain: trialDomain(tenant, PLATFORM_DOMAIN) }
  const address = await freeAddress(tx, tenantId, place)
  await tx.inboxAddress.create({ data: { tenantId, inboxId: inbox.id, address, kind: 'primary' } })
  await tx.inbox.update({
    where: { tenantId_id: { tenantId, id: inbox.id } },
    data: { kind: 'dedicated', address },
  })
  await recordAct(tx, caller, {
    ...{ tenantId, action: 'inbox.dedicated' },
    subject: { type: 'inbox', id: inbox.id, label: address },
    before: { kind: 'shared', address: inbox.address },
    after: { kind: 'dedicated', address },
  })
  return inbox.id
}
