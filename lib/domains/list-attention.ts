import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { attentionView } from './attention-view'
import { domainsInTrouble } from './platform'

const words: Record<string, string> = {
  refused: 'The mail network refuses our calls: rights or settings of this installation are wrong.',
  foreign:
    'An identity of this name exists at the mail network that this installation did not make. It is left untouched.',
  held: 'Two organisations proved this name. Decide with both who keeps it.',
  held_in_trial:
    'A trial organisation proved a name that another one proved before. Production keeps its names; between two trials, decide with both.',
  unreachable: 'The mail network does not answer.',
}

export const listAttention = operation({
  name: 'domains.attention',
  summary: 'List the domains that wait for an administrator.',
  permission: 'domains.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/attention' },
  input: z.object({}),
  output: z.object({ items: z.array(attentionView) }),
  run: async () => ({
    items: (await domainsInTrouble()).map((d) => ({
      domainId: d.id,
      name: d.name,
      tenant: d.tenant,
      kind: d.problem === 'held' ? ('contested' as const) : ('provisioning' as const),
      problem: words[kindOf(d)] ?? 'Unknown trouble.',
      detail: d.problemDetail,
      since: (d.problemAt ?? d.updatedAt).toISOString(),
    })),
  }),
})

const kindOf = ({ problem, tenant }: Awaited<ReturnType<typeof domainsInTrouble>>[number]): string =>
  problem === 'held' && tenant.environment !== 'production' ? 'held_in_trial' : (problem ?? '')
