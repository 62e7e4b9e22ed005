import { AppError } from '@/lib/kernel/errors'
import { inTurns } from './in-turns'
import { CsvError, parseCsv, type CsvRow } from './parse-csv'

export const MOST_LINES = 10_000
const MOST_TOLD = 20

export interface Fault {
  line: number
  column: string | null
  say: string
}

/** A line by the names of its columns. An empty cell is as good as none. */
export interface Row<Column extends string> {
  line: number
  given: Partial<Record<Column, string>>
}

export interface Table<Column extends string> {
  columns: readonly Column[]
  needed: readonly Column[]
  /** a file of somebody else's, of which the other columns are nothing to us, and numbers are as good as texts */
  takesOthers?: boolean
  /** what a column is called in it, in lower case, where that is another name */
  called?: Partial<Record<Column, string>>
  /** lines; `MOST_LINES` where nothing is said */
  most?: number
}

/** The column that a name in a file stands for. */
export const columnNamed = <Column extends string>(
  name: string,
  { columns, called }: Pick<Table<Column>, 'columns' | 'called'>,
): Column | undefined => columns.find((column) => (called?.[column] ?? column) === name)

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
 * The lines of a CSV text below its header, by their columns; those with another number of cells are faults.
 * @throws AppError file_malformed for what is wrong with the file as a whole
 */
export async function readRows<Column extends string>(text: string, table: Table<Column>) {
  const [header, ...lines] = await linesOf(text, table.most)
  if (!header || lines.length === 0)
    throw malformed([
      { line: 1, column: null, say: `The first line names the columns: ${table.columns.join(',')}.` },
    ])
  const written = namesOf(header, table)
  const names = written.map((name) => columnNamed(name, table))
  const faults: Fault[] = []
  const rows: Row<Column>[] = []
  await inTurns(lines, ({ line, cells }) => {
    if (cells.length === names.length) rows.push({ line, given: givenOf(names, cells) })
    else
      faults.push({
        ...{ line, column: null },
        say: `It has ${cells.length} cells, and the header ${names.length}.`,
      })
  })
  const others = written.filter((_, at) => names[at] === undefined)
  return { rows, faults, named: table.columns.filter((name) => names.includes(name)), others }
}

async function linesOf(text: string, most = MOST_LINES): Promise<CsvRow[]> {
  try {
    // Its header is a row, too.
    return await parseCsv(text, most + 1)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw malformed([{ line: error.line, column: null, say: error.message }])
  }
}

function namesOf<Column extends string>({ line, cells }: CsvRow, table: Table<Column>): string[] {
  const { columns, needed, called, takesOthers = false } = table
  const isKnown = (name: string) => columnNamed(name, table) !== undefined
  if (!takesOthers && cells.length > columns.length)
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
      .filter((name) => !takesOthers && !isKnown(name))
      .map((name) => ({
        line,
        column: name.slice(0, 60),
        say: `There is no such column, only ${columns.join(', ')}.`,
      })),
    ...needed
      .map((column) => called?.[column] ?? column)
      .filter((name) => !names.includes(name))
      .map((name) => ({ line, column: name, say: 'This column is needed.' })),
    ...names
      .filter((name) => isKnown(name) || !takesOthers)
      .filter((name) => once.size === once.add(name).size)
      .map((name) => ({ line, column: name, say: 'This column is there twice.' })),
  ]
  if (faults.length > 0) throw malformed(faults)
  return names
}

const givenOf = <Column extends string>(names: (Column | undefined)[], cells: string[]) =>
  Object.fromEntries(
    names.flatMap((column, at) => {
      const cell = cells[at]?.trim()
      return column && cell ? [[column, cell]] : []
    }),
  ) as Row<Column>['given']

/** Lines that cannot both be meant: the later of each pair is told. */
export function doubles(column: string, all: { line: number; value: string }[]): Fault[] {
  const first = new Map<string, number>()
  return all.flatMap(({ line, value }) => {
    const before = first.get(value)
    first.set(value, before ?? line)
    return before === undefined ? [] : { line, column, say: `Line ${before} has the same.` }
  })
}

/** What a refusal says of a line, at the columns that its fields come from. */
export const faultsOf = (line: number, { fields, message }: AppError, columnOf: Record<string, string>) =>
  Object.entries(fields ?? { '': message }).map(([field, say]) => ({
    ...{ line, say },
    column: columnOf[field] ?? (field || null),
  }))
