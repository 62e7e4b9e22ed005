import { columnNamed, malformed, MOST_LINES, type Fault, type Row, type Table } from './read-rows'

/** A JSON object a line, with the columns of a table for its fields. */
export function readJsonLines<Column extends string>(text: string, table: Table<Column>) {
  const faults: Fault[] = []
  const rows: Row<Column>[] = []
  for (const { line, text: one } of linesOf(text, table.most)) {
    const read = givenIn(one, table)
    if (typeof read === 'string') faults.push({ line, column: null, say: read })
    else if ('given' in read) rows.push({ line, given: read.given })
    else faults.push({ line, ...read })
  }
  return { rows, faults }
}

/** Lines with nothing on them are passed over. @throws AppError file_malformed */
export function linesOf(whole: string, most = MOST_LINES): { line: number; text: string }[] {
  const lines = whole
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .flatMap((text, at) => (text.trim() === '' ? [] : { line: at + 1, text }))
  const beyond = lines[most]
  if (!beyond) return lines
  throw malformed([
    {
      ...{ line: beyond.line, column: null },
      say: `The file has more than ${most.toLocaleString('en')} lines.`,
    },
  ])
}

/** What an object says, or what is wrong with it. Null and text of nothing are as good as none. */
function givenIn<Column extends string>(
  text: string,
  table: Table<Column>,
): string | { column: string; say: string } | Pick<Row<Column>, 'given'> {
  const read = parsed(text)
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return 'This is no JSON object.'
  return givenOf(read as Record<string, unknown>, table)
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function givenOf<Column extends string>(
  read: Record<string, unknown>,
  table: Table<Column>,
): { column: string; say: string } | Pick<Row<Column>, 'given'> {
  const { columns, takesOthers = false } = table
  const given: Row<Column>['given'] = {}
  for (const [name, value] of Object.entries(read)) {
    const column = columnNamed(name, table)
    if (!column) {
      if (takesOthers) continue
      return { column: name.slice(0, 60), say: `There is no such field, only ${columns.join(', ')}.` }
    }
    if (value === null || value === '') continue
    if (takesOthers && typeof value === 'number') {
      // Beyond it JSON's numbers are rounded when they are read: another organisation's, perhaps.
      if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
        return { column: name, say: 'So long a number has to be written as a text.' }
      given[column] = String(value)
      continue
    }
    if (typeof value !== 'string') return { column: name, say: 'This has to be a text.' }
    if (value.trim() !== '') given[column] = value.trim()
  }
  return { given }
}
