import { CsvError as Malformed, parse } from 'csv-parse/sync'

/** Text that is no CSV, told at the line where that shows. */
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
 * The rows of a CSV text (RFC 4180). Line ends of every system are taken, as `\n`; a byte order mark is passed over, and
 * so are lines with nothing on them.
 * @throws CsvError
 */
export function parseCsv(text: string): CsvRow[] {
  try {
    // Told in one way: the parser counts a line end of two characters inside quotes as two lines.
    const read = parse(text.replaceAll(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return read
      .filter(({ record }) => record.some((cell) => cell !== '') || record.length > 1)
      .map(({ record, info }) => ({ cells: record, line: info.lines - linesIn(record) }))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new CsvError(Number(error.lines ?? 1), sayOf(error.code))
  }
}

/** Line ends inside quoted cells. */
const linesIn = (cells: string[]) => cells.join(',').split('\n').length - 1

const sayOf = (code: string) =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'A quote is opened and not closed.'
    : code === 'CSV_INVALID_CLOSING_QUOTE'
      ? 'After a closing quote comes a comma or the end of the line.'
      : 'A quote stands inside a cell that is not quoted.'
