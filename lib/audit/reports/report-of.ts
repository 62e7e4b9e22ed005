import { after } from '@/lib/kernel/clock'
import { factsBefore } from './platform'
import type { ReportView } from './view'

// What a workspace's policy says of its mail may name senders and customers of other organisations in it.
const ofOthers = ['rules', 'allowedSenders', 'blockedSenders']

/** @param until what lies just after the time asked for; a time to come means now */
export async function reportOf(
  tenantId: string,
  until: Date | undefined,
  reader: 'customer' | 'admin',
): Promise<ReportView> {
  const now = new Date()
  const end = until && until < now ? until : after(now, 1)
  const { tenant, workspace, members, domains, inboxes, grants, people } = await factsBefore(tenantId, end)
  const { name, environment, ...facts } = workspace.facts
  const isShown = ([fact]: [string, unknown]) => reader === 'admin' || !ofOthers.includes(fact)
  const policy = Object.fromEntries(Object.entries(facts).filter(isShown))
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    at: after(end, -1).toISOString(),
    madeAt: now.toISOString(),
    tenant: { id: tenantId, slug: text(tenant.slug), name: text(tenant.name) },
    workspace: {
      id: workspace.id,
      name: text(name) || null,
      environment: text(environment) || null,
      policy,
    },
    accounts: members.map(({ fact }) => ({
      userId: text(fact.userId),
      email: people.get(text(fact.userId)) ?? null,
      role: text(fact.role),
    })),
    domains: domains.map(({ subjectId: id, fact }) => ({
      ...{ id, name: text(fact.name), state: text(fact.state), receiving: text(fact.receiving) },
    })),
    // What was closed or revoked by then stood no more.
    inboxes: inboxes
      .filter(({ fact }) => !fact.closedAt)
      .map(({ subjectId: id, fact }) => ({
        ...{ id, address: text(fact.address), kind: text(fact.kind) },
        suspended: Boolean(fact.suspendedAt),
        protocolAccess: fact.protocolAccess === true,
      })),
    grants: grants
      .filter(({ fact }) => !fact.revokedAt)
      .map(({ subjectId: id, fact }) => ({
        ...{ id, inboxId: text(fact.inboxId), name: text(fact.name), suspended: Boolean(fact.suspendedAt) },
      })),
  }
}
