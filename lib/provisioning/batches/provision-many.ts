import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { fromFile } from '@/lib/kernel/from-file'
import { clientId } from '../tenants/plan'
import { malformed } from './csv/read-rows'
import { readTenants, type TenantLine } from './csv/read-tenants'
import { workspacesOf } from './platform'
import { startBatch } from './start/platform'
import { toBatchView } from './to-view'
import { batchView } from './view'

// Ten thousand lines of what a line usually says are a third of this.
const MOST_CHARACTERS = 4 * 1024 * 1024
// In JSON each quote and line end is two characters, and a letter beyond ASCII is several bytes.
const MOST_BYTES = 2 * MOST_CHARACTERS

export const provisionMany = operation({
  name: 'tenants.provision_many',
  summary: 'Provision up to 10,000 organisations from a CSV file, as a batch.',
  permission: 'tenants.create',
  effect: 'write',
  http: { method: 'POST', path: '/admin/batches/provisions', most: MOST_BYTES },
  input: z.object({
    clientId,
    file: z
      .string()
      .max(MOST_CHARACTERS)
      .describe(
        'client_id,slug,name,plan,workspace,environment,domain,owner_email; the first three are needed',
      )
      .meta(fromFile),
  }),
  output: batchView,
  run: async (caller, { clientId, file }) => {
    const lines = await readTenants(file)
    await refuseUnknownPlaces(lines)
    const items = lines.map(({ clientId, plan }) => ({
      label: plan.slug,
      input: { clientId, plan: { ...plan, invite: plan.invite.map((one) => ({ ...one })) } },
    }))
    const count = lines.length === 1 ? 'one tenant' : `${lines.length.toLocaleString('en')} tenants`
    const row = await startBatch(caller, { kind: 'provision', label: `Provision ${count}`, clientId, items })
    return toBatchView(row)
  },
})

async function refuseUnknownPlaces(lines: TenantLine[]): Promise<void> {
  const named = lines.flatMap(({ line, plan: { workspace, environment } }) =>
    workspace === null ? [] : { line, workspace, environment },
  )
  if (named.length === 0) return
  const known = await workspacesOf(named.map(({ workspace }) => workspace))
  const faults = named.flatMap(({ line, workspace, environment }) => {
    const found = known.get(workspace)
    const say = !found
      ? 'There is no workspace of this slug.'
      : found.environment !== environment
        ? `This workspace is of ${found.environment}, and the line says ${environment}.`
        : found.archivedAt && 'This workspace is archived.'
    return say ? { line, column: 'workspace', say } : []
  })
  if (faults.length > 0) throw malformed(faults)
}
