import { domainToASCII } from 'node:url'
import { parseAddress } from '@/lib/inboxes/routing/parse-address'
import { AppError } from '@/lib/kernel/errors'
import { isUuid } from '@/lib/kernel/ids'
import { inTurns } from '../batches/csv/in-turns'
import { givenOf, linesOf, parsed } from '../batches/csv/read-json-lines'
import { columnNamed, malformed, readRows, type Fault, type Row } from '../batches/csv/read-rows'

// As many organisations as an installation is made for, ten times over.
export const MOST_LINES = 100_000

/** Stands in no value. ASCII: unit separator. */
export const APART = '\x1f'

const columns = ['tenant', 'plan', 'workspace', 'inbox', 'domain'] as const
type Column = (typeof columns)[number]
/** What the list calls a column of ours. */
export type Called = Partial<Record<Column, string>>
interface ListTable {
  columns: typeof columns
  needed: Column[]
  // It is the platform's own table, with whatever else that has.
  takesOthers: true
  called: Called
  most: number
}
type Compared = Exclude<Column, 'tenant'>

export interface ListLine {
  line: number
  /** as it was written */
  tenant: string
  /** it, where it is one */
  id: string | null
  plan: string | null
  workspace: string | null
  /** folded, as the fleet keeps them */
  inbox: string | null
  domain: string | null
}
export interface List {
  lines: ListLine[]
  /** fields that the list has a column for */
  compared: Compared[]
  passedOver: string[]
}

/**
 * A list of tenants: CSV with a header, a JSON array of objects, or a JSON object a line; an organisation may have several
 * lines. Columns that are none of ours are passed over, and named. @throws AppError file_malformed
 */
export async function readList(text: string, given: Called = {}): Promise<List> {
  const called = foldedNames(given)
  const table: ListTable = {
    ...{ columns, takesOthers: true, called, most: MOST_LINES },
    needed: ['tenant', ...columns.filter((column) => column !== 'tenant' && called[column])],
  }
  const start = /^[\s\ufeff]*([[{]?)/.exec(text)?.[1]
  const { rows, faults, named, others } = start
    ? await readObjects(start === '[' ? entriesOf(text) : linesOf(text, MOST_LINES), table)
    : await readRows(text, table)
  const all = [...faults, ...rows.flatMap((row) => unnamed(row, called))]
  if (all.length > 0) throw malformed(all)
  return {
    lines: await inTurns(rows, lineOf),
    compared: named.filter((name) => name !== 'tenant'),
    passedOver: others.map((name) => name.slice(0, 60)).slice(0, 50),
  }
}

const foldedNames = (given: Called): Called =>
  Object.fromEntries(Object.entries(given).map(([column, name]) => [column, name.trim().toLowerCase()]))

const unnamed = ({ line, given }: Row<Column>, { tenant = 'tenant' }: Called): Fault[] =>
  given.tenant
    ? []
    : [{ line, column: tenant, say: 'Its slug, its id or the client id it was made with is needed.' }]

function lineOf({ line, given }: Row<Column>): ListLine {
  const { tenant = '', plan, workspace, inbox, domain } = given
  return {
    ...{ line, tenant: asked(tenant.slice(0, 200)) },
    id: isUuid(tenant) ? tenant.toLowerCase() : null,
    plan: plan ? asked(plan.toLowerCase()) : null,
    workspace: workspace ? asked(workspace.toLowerCase()) : null,
    inbox: inbox ? asked(foldedAddress(inbox)) : null,
    domain: domain ? asked(foldedName(domain)) : null,
  }
}

/** Nothing that PostgreSQL could not be asked for, which JSON may have spelt out or a cut have made, and no `APART`. */
const asked = (text: string) => text.replaceAll('\0', '\ufffd').replaceAll(APART, '\ufffd').toWellFormed()

/** What is no address or no name cannot be in the fleet, and is told as it was written. */
function foldedAddress(text: string): string {
  const mail = parseAddress(text)
  if (!mail) return text.slice(0, 320)
  const { local, detail, domain } = mail
  return `${detail === null ? local : `${local}+${detail}`}@${domain}`
}

const foldedName = (text: string): string =>
  domainToASCII(text.toLowerCase().replace(/\.$/, '')) || text.slice(0, 253)

interface Entry {
  line: number
  text?: string
  value?: unknown
}

async function readObjects(entries: Entry[], table: ListTable) {
  const faults: Fault[] = []
  const rows: Row<Column>[] = []
  const names = new Set<string>()
  await inTurns(entries, ({ line, text, value }) => {
    const entry = text === undefined ? value : parsed(text)
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      faults.push({ line, column: null, say: 'This is no JSON object.' })
      return
    }
    const fields = Object.entries(entry as Record<string, unknown>).map(
      ([name, one]) => [name.trim().toLowerCase(), one] as const,
    )
    const folded = Object.fromEntries(fields)
    for (const name of Object.keys(folded)) names.add(name)
    const twice = fields.length > Object.keys(folded).length && doubleOf(fields, table)
    if (twice) {
      faults.push({ line, column: twice, say: 'This field is there twice.' })
      return
    }
    const read = givenOf(folded, table)
    if ('given' in read) rows.push({ line, given: read.given })
    else faults.push({ line, ...read })
  })
  const nameOf = (column: Column) => table.called[column] ?? column
  for (const column of table.needed)
    if (rows.length > 0 && !names.has(nameOf(column)))
      faults.push({ line: 1, column: nameOf(column), say: 'No entry has this field.' })
  return {
    ...{ rows, faults },
    named: columns.filter((column) => [...names].some((name) => columnNamed(name, table) === column)),
    others: [...names].filter((name) => columnNamed(name, table) === undefined),
  }
}

/** Of two that are called the same, nobody knows which one is meant; what is none of ours may be there twice. */
const doubleOf = (fields: (readonly [string, unknown])[], table: ListTable): string | undefined =>
  fields.find(
    ([name], at) =>
      columnNamed(name, table) !== undefined && fields.findIndex(([first]) => first === name) < at,
  )?.[0]

/** Entries count as lines, from 1. */
function entriesOf(text: string): Entry[] {
  const entries = arrayIn(text)
  if (entries.length <= MOST_LINES) return entries.map((value, at) => ({ line: at + 1, value }))
  throw malformed([
    {
      ...{ line: MOST_LINES + 1, column: null },
      say: `The list has more than ${MOST_LINES.toLocaleString('en')} entries.`,
    },
  ])
}

function arrayIn(text: string): unknown[] {
  try {
    return JSON.parse(text.replace(/^[\s\ufeff]+/, '')) as unknown[]
  } catch (cause) {
    throw new AppError('file_malformed', {
      say: 'The list is no JSON array.',
      next: 'Send an array of objects, a JSON object a line, or CSV with a header.',
      cause,
    })
  }
}
