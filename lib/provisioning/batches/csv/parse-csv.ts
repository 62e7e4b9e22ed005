/** Text that is no CSV, told at the line it begins to be wrong. */
export class CsvError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

export interface CsvRow {
  /** where it begins, from 1 */
  line: number
  cells: string[]
}

/**
 * The rows of a CSV text (RFC 4180): commas between cells, quotes around a cell that holds commas, quotes or line ends.
 * Line ends of every system are taken, a byte order mark is passed over, and so are lines with nothing on them.
 * @throws CsvError
 */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] }
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, line) : plain(text, at)
      row.cells.push(cell.value)
      line += cell.lines
      at = cell.end
      if (text[at] !== ',') break
      at += 1
    }
    if (at < text.length && !isEnd(text[at]))
      throw new CsvError(line, 'After a closing quote comes a comma or the end of the line.')
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row)
  }
  return rows
}

const isEnd = (char: string | undefined) => char === '\n' || char === '\r'

function plain(text: string, from: number) {
  let end = from
  while (end < text.length && text[end] !== ',' && !isEnd(text[end])) end += 1
  return { value: text.slice(from, end), end, lines: 0 }
}

function quoted(text: string, from: number, line: number) {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new CsvError(line, 'A quote is opened and not closed.')
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  return { value, end: at, lines: value.split(/\r\n|\r|\n/).length - 1 }
}
