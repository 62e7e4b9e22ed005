import { malformed, MOST_LINES, type Fault, type Row, type Table } from './read-rows'

/** A JSON object a line, with the columns of a table for its fields; lines with nothing on them are passed over. */
export function readJsonLines<Column extends string>(text: string, table: Table<Column>) {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .flatMap((text, at) => (text.trim() === '' ? [] : { line: at + 1, text }))
  if (lines.length > MOST_LINES)
    throw malformed([
      {
        ...{ line: lines[MOST_LINES]!.line, column: null },
        say: `The file has more than ${MOST_LINES.toLocaleString('en')} lines.`,
      },
    ])
  const faults: Fault[] = []
  const rows: Row<Column>[] = []
  for (const { line, text } of lines) {
    const read = givenIn(text, table)
    if (typeof read === 'string') faults.push({ line, column: null, say: read })
    else if ('given' in read) rows.push({ line, given: read.given })
    else faults.push({ line, ...read })
  }
  return { rows, faults }
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function givenOf<Column extends string>(
  read: Record<string, unknown>,
  { columns, takesOthers = false }: Table<Column>,
): { column: string; say: string } | Pick<Row<Column>, 'given'> {
  const given: Row<Column>['given'] = {}
  for (const [name, value] of Object.entries(read)) {
    const column = columns.find((one) => one === name)
    if (!column) {
      if (takesOthers) continue
      return { column: name.slice(0, 60), say: `There is no such field, only ${columns.join(', ')}.` }
    }
    if (value === null || value === '') continue
    if (typeof value !== 'string') return { column, say: 'This has to be a text.' }
    if (value.trim() !== '') given[column] = value.trim()
  }
  return { given }
}
