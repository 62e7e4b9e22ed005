import { z } from 'zod'
import { fromFile } from '@/lib/kernel/from-file'
import { operation } from '@/lib/kernel/operation'
import { clientId } from '../tenants/plan'
import { readInboxes, type InboxLine } from './csv/read-inboxes'
import { malformed } from './csv/read-rows'
import { tenantsOf } from './platform'
import { startBatch } from './start/platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

// As a file of tenants: ten thousand lines of what a line usually says are a third of this.
const MOST_CHARACTERS = 4 * 1024 * 1024
const MOST_BYTES = 2 * MOST_CHARACTERS

export const openMany = operation({
  name: 'inboxes.open_many',
  summary: 'Open up to 10,000 inboxes of any organisations from a CSV file or JSON lines, as a batch.',
  permission: 'fleet.open',
  effect: 'write',
  http: { method: 'POST', path: '/admin/inboxes/open-many', most: MOST_BYTES },
  input: z.object({
    clientId,
    file: z
      .string()
      .max(MOST_CHARACTERS)
      .describe('client_id,tenant,local_part,domain,name; the first two are needed')
      .meta(fromFile),
  }),
  output: batchView,
  run: async (caller, { clientId, file }) => {
    const lines = await readInboxes(file)
    await refuseUnknownTenants(lines)
    const items = lines.map(({ line: _, ...input }) => ({ label: labelOf(input), input }))
    const count = lines.length === 1 ? 'one inbox' : `${lines.length.toLocaleString('en')} inboxes`
    const row = await startBatch(caller, { kind: 'open_inboxes', label: `Open ${count}`, clientId, items })
    return toBatchView(row)
  },
})

const labelOf = ({ tenant, localPart, domain }: Omit<InboxLine, 'line'>) =>
  [tenant, [localPart, domain].filter(Boolean).join('@')].filter(Boolean).join(' ')

async function refuseUnknownTenants(lines: InboxLine[]): Promise<void> {
  const known = await tenantsOf(lines.map(({ tenant }) => tenant))
  const faults = lines.flatMap(({ line, tenant }) =>
    known.has(tenant) ? [] : { line, column: 'tenant', say: 'There is no organisation of this slug.' },
  )
  if (faults.length > 0) throw malformed(faults)
}
