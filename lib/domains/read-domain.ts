import { recordLook } from '@/lib/audit/record-look'
import type { TenantCaller } from '@/lib/kernel/caller'
import { asTenant } from '@/lib/kernel/db/tenant'
import { env } from '@/lib/kernel/env'
import { findDomainIn } from './domain'
import { sharedPathDomain } from './platform'
import { mailFromDomain } from './records'
import { toView, type SharedPath } from './to-view'
import type { DomainView } from './view'

const TIMELINE = 30

/** The whole view of one of the caller's domains. Throws `not_found`. */
export async function readDomain(caller: TenantCaller, id: string): Promise<DomainView> {
  const [found, shared] = await Promise.all([
    asTenant(caller, async (tx) => {
      const row = await findDomainIn(tx, caller, id)
      await recordLook(tx, caller, 'domain.read', { type: 'domain', id, label: row.name })
      const events = await tx.domainEvent.findMany({
        where: { domainId: id },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: TIMELINE,
      })
      return { row, events }
    }),
    sharedPath(),
  ])
  return toView(found.row, found.events, shared, new Date())
}

/** The platform's own domain when mail can leave by it. */
export async function sharedPath(): Promise<(SharedPath & { identityArn: string }) | null> {
  const name = env().PLATFORM_DOMAIN
  const domain = name ? await sharedPathDomain(name) : null
  return domain?.identityArn
    ? {
        domain: domain.name,
        mailFrom: mailFromDomain(domain),
        incarnation: domain.incarnation,
        identityArn: domain.identityArn,
      }
    : null
}
