import { AppError } from '@/lib/kernel/errors'
import { log } from '@/lib/kernel/log'
import { csvLine } from './csv'

type Row = Record<string, unknown>
type Rows = AsyncIterable<Row>
export type Format = 'json' | 'csv'

/** @throws AppError invalid_input */
export function formatIn(url: string): Format {
  const [format = 'json', ...more] = new URL(url).searchParams.getAll('format')
  if ((format === 'json' || format === 'csv') && more.length === 0) return format
  throw new AppError('invalid_input', { fields: { format: 'One of: json, csv.' } })
}

const types = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' }

/**
 * Rows as they come, as a file. The first one is waited for, so that what is refused at once is still a proper refusal;
 * what breaks later breaks the connection off: half a file must not look like a whole one.
 */
export async function streamed(
  rows: Rows,
  format: Format,
  name: string,
  headers: Headers,
): Promise<Response> {
  const lines = (format === 'csv' ? csv : jsonArray)(rows)[Symbol.asyncIterator]()
  const first = await lines.next()
  headers.set('content-type', types[format])
  headers.set(
    'content-disposition',
    `attachment; filename="${name.replaceAll(/[^a-z0-9-]+/g, '-')}.${format}"`,
  )
  return new Response(bytes(first, lines, name), { headers })
}

// Fewer, larger writes; small enough that a slow reader holds no memory of ours.
const CHUNK = 16 * 1024

/** Taken from the rows only as fast as it is read. */
function bytes(
  first: IteratorResult<string, void>,
  lines: AsyncIterator<string, void>,
  name: string,
): ReadableStream<Uint8Array> {
  let next: IteratorResult<string, void> | undefined = first
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        let text = ''
        while (text.length < CHUNK) {
          next ??= await lines.next()
          if (next.done) break
          text += next.value
          next = undefined
        }
        if (text) controller.enqueue(Buffer.from(text))
        if (next?.done) controller.close()
      } catch (error) {
        log().error({ err: error, operation: name }, 'a stream broke off')
        controller.error(error)
      }
    },
    async cancel() {
      await lines.return?.()
    },
  })
}

async function* csv(rows: Rows): AsyncGenerator<string, void> {
  let columns: string[] | undefined
  for await (const row of rows) {
    if (!columns) yield csvLine((columns = Object.keys(row)))
    yield csvLine(columns.map((column) => row[column]))
  }
}

async function* jsonArray(rows: Rows): AsyncGenerator<string, void> {
  let before = '['
  for await (const row of rows) {
    yield `${before}\n${JSON.stringify(row)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}
