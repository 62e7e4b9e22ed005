import { recordAct } from '@/lib/audit/record-act'
import { MailNetworkTrouble, readIdentity } from '@/lib/gateways/ses'
import type { WorkerCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { announce } from '@/lib/kernel/live'
import type { DomainRow } from './domain'
import { releaseName } from './platform'
import { takeDownIdentity } from './take-down'

/**
 * Takes a domain down: associations, identity, then the row, once a read has shown that the identity is gone.
 * Each step may be repeated. An identity that is not this claim's is left alone.
 * @throws MailNetworkTrouble
 */
export async function removeDomain(caller: WorkerCaller, row: DomainRow): Promise<void> {
  if (await isOurs(row)) {
    await takeDownIdentity(row.region, row.name)
    if (await isOurs(row))
      throw new MailNetworkTrouble('busy', 'DeleteEmailIdentity', 'StillThere', undefined)
  }
  await asTenant(caller, async (tx) => {
    await releaseName(tx, { name: row.name, tenantId: row.tenantId, domainId: row.id })
    await tx.domain.deleteMany({ where: { id: row.id } })
    await recordAct(tx, caller, {
      tenantId: row.tenantId,
      action: 'domain.deleted',
      subject: { type: 'domain', id: row.id, label: row.name },
    })
  })
  await announce({ tenantId: row.tenantId, noun: 'domains', id: row.id })
}

async function isOurs(row: DomainRow): Promise<boolean> {
  const identity = await readIdentity(row.region, row.name)
  return identity?.tags.letterhead === env().INSTALLATION && identity.tags.domain === row.id
}
