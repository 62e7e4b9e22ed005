import type { DomainChoice } from '@/components/inboxes/address-fields'
import { listDomains } from '@/lib/domains/list-domains'
import type { MemberCaller, VisitorCaller } from '@/lib/kernel/caller'
import type { InboxTerms } from '@/lib/inboxes/view'
import { env } from '@/lib/kernel/env'
import { showTenant } from '@/lib/tenants/show-tenant'
import { trialDomain } from '@/lib/tenants/trial-domain'

/** The domains that an inbox of the tenant can be on: the trial one, which works at once, and then its own. */
export async function domainChoices(
  caller: MemberCaller | VisitorCaller,
  { sharedAddress }: InboxTerms,
): Promise<DomainChoice[]> {
  const [tenant, own] = await Promise.all([showTenant(caller, {}), listDomains(caller, { limit: 100 })])
  const ours = env().PLATFORM_DOMAIN
  const { slug, workspace } = tenant
  const trial = ours && trialDomain({ slug, environment: workspace.environment }, ours)
  return [
    ...(trial
      ? [{ name: trial, label: trial, receiving: 'ready' as const, trial: true, shared: sharedAddress }]
      : []),
    ...own.items
      .filter(({ state }) => state !== 'deleting')
      .map(({ name, unicodeName, receiving }) => ({
        name,
        label: unicodeName,
        receiving,
        trial: false,
        shared: null,
      })),
  ]
}
