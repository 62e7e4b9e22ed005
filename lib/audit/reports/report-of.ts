import { after } from '@/lib/kernel/clock'
import { factsBefore } from './platform'
import type { ReportView } from './view'

/** @param until what lies just after the time asked for; a time to come means now */
export async function reportOf(tenantId: string, until: Date | undefined): Promise<ReportView> {
  const now = new Date()
  const end = until && until < now ? until : after(now, 1)
  const { tenant, workspace, members, domains, people } = await factsBefore(tenantId, end)
  const { name, environment, ...policy } = workspace.facts
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
  }
}
