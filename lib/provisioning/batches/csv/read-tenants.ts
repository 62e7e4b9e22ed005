import { setImmediate } from 'node:timers/promises'
import { AppError } from '@/lib/kernel/errors'
import { inputError } from '@/lib/kernel/input-error'
import { planOf, provisionInput, type Plan } from '../../tenants/plan'
import { CsvError, parseCsv, type CsvRow } from './parse-csv'
import { columnWords } from './words'

export const MOST_LINES = 10_000
const MOST_TOLD = 20
const LINES_AT_ONCE = 100

type Column = keyof typeof columnWords
const columns = Object.keys(columnWords) as Column[]
const needed: readonly Column[] = ['client_id', 'slug', 'name']

/** The column that each field of a request comes from. */
const columnOf: Record<string, Column> = { clientId: 'client_id', 'invite.0.email': 'owner_email' }

export interface TenantLine {
  line: number
  clientId: string
  plan: Plan
}
interface Fault {
  line: number
  column: string | null
  say: string
}

/** Tells the first of them by line and column, and how many there are. */
export function malformed(faults: Fault[]): AppError {
  const told = faults.toSorted((a, b) => a.line - b.line).slice(0, MOST_TOLD)
  const lines = new Set(faults.map(({ line }) => line)).size
  return new AppError('file_malformed', {
    say: `${lines === 1 ? 'One line' : `${lines.toLocaleString('en')} lines`} of the file ${lines === 1 ? 'needs' : 'need'} another look, so none of it was taken.`,
    next: 'Mend what is named and send the file again.',
    fields: Object.fromEntries(
      told.map(({ line, column, say }) => [`line ${line}${column ? `, ${column}` : ''}`, say]),
    ),
  })
}

/**
 * What a file asks for, line by line; the whole of it is looked at before any of it counts.
 * @throws AppError file_malformed
 */
export async function readTenants(text: string): Promise<TenantLine[]> {
  const [header, ...rows] = rowsOf(text)
  if (!header || rows.length === 0)
    throw malformed([
      { line: 1, column: null, say: `The first line names the columns: ${columns.join(',')}.` },
    ])
  const names = columnsOf(header)
  const faults: Fault[] = []
  const lines: TenantLine[] = []
  for (const [at, row] of rows.entries()) {
    // Ten thousand lines are a second of work, in which others ask as well.
    if (at % LINES_AT_ONCE === 0) await setImmediate()
    const read = lineOf(row, names)
    if ('plan' in read) lines.push(read)
    else faults.push(...read.faults)
  }
  faults.push(...doubles(lines))
  if (faults.length > 0) throw malformed(faults)
  return lines
}

function rowsOf(text: string): CsvRow[] {
  try {
    // Its header is a row, too.
    return parseCsv(text, MOST_LINES + 1)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw malformed([{ line: error.line, column: null, say: error.message }])
  }
}

function columnsOf({ line, cells }: CsvRow): Column[] {
  if (cells.length > columns.length)
    throw malformed([
      {
        ...{ line, column: null },
        say: `It names ${cells.length.toLocaleString('en')} columns, and there are ${columns.length}: ${columns.join(', ')}.`,
      },
    ])
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const once = new Set<string>()
  const faults = [
    ...names
      .filter((name) => !columns.some((known) => known === name))
      .map((name) => ({
        line,
        column: name.slice(0, 60),
        say: `There is no such column, only ${columns.join(', ')}.`,
      })),
    ...needed
      .filter((name) => !names.includes(name))
      .map((name) => ({ line, column: name, say: 'This column is needed.' })),
    ...names
      .filter((name) => once.size === once.add(name).size)
      .map((name) => ({ line, column: name, say: 'This column is there twice.' })),
  ]
  if (faults.length > 0) throw malformed(faults)
  return names as Column[]
}

function lineOf({ line, cells }: CsvRow, names: Column[]): TenantLine | { faults: Fault[] } {
  if (cells.length !== names.length)
    return {
      faults: [{ line, column: null, say: `It has ${cells.length} cells, and the header ${names.length}.` }],
    }
  const given = Object.fromEntries(names.map((name, at) => [name, cells[at]!.trim()])) as Partial<
    Record<Column, string>
  >
  const {
    client_id: clientId,
    slug,
    name,
    plan,
    workspace,
    environment,
    domain,
    inbox,
    owner_email: email,
  } = given
  try {
    const parsed = provisionInput.safeParse({
      ...{ clientId, slug, name },
      ...(plan && { plan }),
      ...(workspace && { workspace }),
      ...(environment && { environment }),
      ...(domain && { domain }),
      ...(inbox && { inbox }),
      ...(email && { invite: [{ email, role: 'owner' }] }),
    })
    if (!parsed.success) throw inputError(parsed.error)
    return { line, clientId: parsed.data.clientId, plan: planOf(parsed.data) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const fields = Object.entries(error.fields ?? { '': error.message })
    return {
      faults: fields.map(([field, say]) => ({ line, column: columnOf[field] ?? (field || null), say })),
    }
  }
}

/** Lines that cannot both be meant: the later of each pair is told. */
function doubles(lines: TenantLine[]): Fault[] {
  const first = { client_id: new Map<string, number>(), slug: new Map<string, number>() }
  return lines.flatMap(({ line, clientId, plan }) =>
    (
      [
        ['client_id', clientId],
        ['slug', plan.slug],
      ] as const
    ).flatMap(([column, value]) => {
      const before = first[column].get(value)
      first[column].set(value, before ?? line)
      return before === undefined ? [] : { line, column, say: `Line ${before} has the same.` }
    }),
  )
}
