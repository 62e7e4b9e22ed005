import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError as Malformed, parse } from 'csv-parse'

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

// Bytes: several times what the cells of a line may hold. A quote that is not closed is found out by it, too.
const MOST_BYTES_A_ROW = 16 * 1024

// Bytes: a few milliseconds of work, after which others have their turn.
const AT_ONCE = 16 * 1024

/**
 * The rows of a CSV text (RFC 4180). Line ends of every system are taken, as `\n`; a byte order mark is passed over, and
 * so are lines with nothing on them. Beyond `most` rows nothing is read.
 * @throws CsvError
 */
export async function parseCsv(text: string, most: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  let count = 0
  try {
    const parser = parse({
      ...{ bom: true, info: true, relax_column_count: true, skip_empty_lines: true },
      max_record_size: MOST_BYTES_A_ROW,
    })
    await pipeline(piecesOf(text), parser, async (read: AsyncIterable<Read>) => {
      for await (const row of read) {
        const line = lineOf(row)
        if (++count > most)
          throw new CsvError(line, `The file has more than ${most.toLocaleString('en')} lines.`)
        const { record: cells } = row
        if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells })
      }
    })
    return rows
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    throw new CsvError(Number(error.lines ?? 1), sayOf(error.code))
  }
}

async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  // Told in one way: the parser counts a line end of two characters inside quotes as two lines.
  const bytes = Buffer.from(text.replaceAll(/\r\n?/g, '\n'))
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    yield bytes.subarray(at, at + AT_ONCE)
    await setImmediate()
  }
}

interface Read {
  record: string[]
  info: { lines: number }
}

/** Where a row begins: before the line ends inside its quoted cells. */
const lineOf = ({ record, info }: Read) => info.lines - (record.join(',').split('\n').length - 1)

const sayOf = (code: string) =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'A quote is opened and not closed.'
    : code === 'CSV_INVALID_CLOSING_QUOTE'
      ? 'After a closing quote comes a comma or the end of the line.'
      : code === 'CSV_MAX_RECORD_SIZE'
        ? 'This line is too long; a quote before it may not be closed.'
        : 'A quote stands inside a cell that is not quoted.'
