import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { parseDomainName } from '@/lib/domains/parse-name'
import { AppError } from '@/lib/kernel/errors'
import { clientIdInput, inboxNameInput } from '@/lib/inboxes/input'
import { isSlug } from '@/lib/kernel/ids'
import { inputError } from '@/lib/kernel/input-error'
import { localPartOf } from '../../tenants/plan'
import { readJsonLines } from './read-json-lines'
import { doubles, faultsOf, malformed, readRows, type Fault, type Row } from './read-rows'
import { inboxColumnWords } from './words'

const LINES_AT_ONCE = 100

type Column = keyof typeof inboxColumnWords
const table = {
  columns: Object.keys(inboxColumnWords) as Column[],
  needed: ['client_id', 'tenant'],
} as const

/** The column that each field comes from, where it is called otherwise. */
const columnOf: Record<string, Column> = { clientId: 'client_id', localPart: 'local_part' }

const said = z.object({
  clientId: clientIdInput,
  tenant: z
    .string()
    .toLowerCase()
    .min(1, 'Its slug is needed.')
    .refine((text) => text === '' || isSlug(text), 'This is no slug.'),
  localPart: z.string().max(200).optional(),
  domain: z.string().max(2_000).optional(),
  name: inboxNameInput.optional(),
})

export interface InboxLine extends z.output<typeof said> {
  line: number
}

/**
 * What a file of inboxes asks for: CSV, or a JSON object a line. The whole of it is looked at before any of it counts.
 * @throws AppError file_malformed
 */
export async function readInboxes(text: string): Promise<InboxLine[]> {
  const { rows, faults } = /^[\s\ufeff]*\{/.test(text)
    ? readJsonLines(text, table)
    : await readRows(text, table)
  const lines: InboxLine[] = []
  for (const [at, row] of rows.entries()) {
    if (at % LINES_AT_ONCE === 0) await setImmediate()
    const read = lineOf(row)
    if ('faults' in read) faults.push(...read.faults)
    else lines.push(read)
  }
  const of = (value: (line: InboxLine) => string) =>
    lines.map((line) => ({ line: line.line, value: `${line.tenant} ${value(line)}` }))
  faults.push(
    ...doubles(
      'client_id',
      of((line) => line.clientId),
    ),
    ...doubles(
      'local_part',
      of(({ localPart = '', domain = '' }) => `${localPart}@${domain}`),
    ),
  )
  if (faults.length > 0) throw malformed(faults)
  return lines
}

function lineOf({ line, given }: Row<Column>): InboxLine | { faults: Fault[] } {
  const { client_id: clientId = '', tenant = '', local_part: localPart, domain, name } = given
  try {
    const parsed = said.safeParse({ clientId, tenant, localPart, domain, name })
    if (!parsed.success) throw inputError(parsed.error)
    return {
      ...{ ...parsed.data, line },
      ...(localPart && { localPart: localPartOf(localPart, 'localPart') }),
      ...(domain && { domain: named(domain) }),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { faults: faultsOf(line, error, columnOf) }
  }
}

/** Told at its own column. */
function named(domain: string): string {
  try {
    return parseDomainName(domain)
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { field: 'domain' }) : error
  }
}
