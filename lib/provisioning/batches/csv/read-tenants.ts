import { setImmediate } from 'node:timers/promises'
import { AppError } from '@/lib/kernel/errors'
import { inputError } from '@/lib/kernel/input-error'
import { planOf, provisionInput, type Plan } from '../../tenants/plan'
import { doubles, faultsOf, malformed, readRows, type Fault, type Row } from './read-rows'
import { columnWords } from './words'

const LINES_AT_ONCE = 100

type Column = keyof typeof columnWords
const table = {
  columns: Object.keys(columnWords) as Column[],
  needed: ['client_id', 'slug', 'name'],
} as const

/** The column that each field of a request comes from. */
const columnOf: Record<string, Column> = { clientId: 'client_id', 'invite.0.email': 'owner_email' }

export interface TenantLine {
  line: number
  clientId: string
  plan: Plan
}

/**
 * What a file asks for, line by line; the whole of it is looked at before any of it counts.
 * @throws AppError file_malformed
 */
export async function readTenants(text: string): Promise<TenantLine[]> {
  const { rows, faults } = await readRows(text, table)
  const lines: TenantLine[] = []
  for (const [at, row] of rows.entries()) {
    // Ten thousand lines are a second of work, in which others ask as well.
    if (at % LINES_AT_ONCE === 0) await setImmediate()
    const read = lineOf(row)
    if ('plan' in read) lines.push(read)
    else faults.push(...read.faults)
  }
  faults.push(
    ...doubles(
      'client_id',
      lines.map(({ line, clientId: value }) => ({ line, value })),
    ),
    ...doubles(
      'slug',
      lines.map(({ line, plan: { slug: value } }) => ({ line, value })),
    ),
  )
  if (faults.length > 0) throw malformed(faults)
  return lines
}

function lineOf({ line, given }: Row<Column>): TenantLine | { faults: Fault[] } {
  const { client_id: clientId = '', owner_email: email, slug = '', name = '', ...rest } = given
  try {
    const parsed = provisionInput.safeParse({
      ...{ clientId, slug, name, ...rest },
      ...(email && { invite: [{ email, role: 'owner' }] }),
    })
    if (!parsed.success) throw inputError(parsed.error)
    return { line, clientId: parsed.data.clientId, plan: planOf(parsed.data) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { faults: faultsOf(line, error, columnOf) }
  }
}
