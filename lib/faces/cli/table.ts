/** Text for terminals: aligned by spaces, never wider than it has to be, and nothing in it that steers the terminal. */
export type Row = Record<string, unknown>

const GAP = '  '
const first = ['id', 'name', 'slug', 'email', 'state', 'status', 'role', 'at', 'text']

/** Rows under their headings. Columns that do not fit are left out from the end: `--json` has them. */
export function table(rows: Row[], width: number): string {
  const names = columnsOf(rows)
  const columns = names.map((name) => {
    const cells = rows.map((row) => cell(row[name]))
    return { name, cells, size: Math.max(...[heading(name), ...cells].map(lengthOf)) }
  })
  const shown: typeof columns = []
  for (const column of columns) if (shown.length === 0 || fits([...shown, column], width)) shown.push(column)
  const line = (texts: string[]) =>
    texts
      .map((text, at) => text + ' '.repeat(shown[at]!.size - lengthOf(text)))
      .join(GAP)
      .trimEnd()
  return [
    line(shown.map((column) => heading(column.name))),
    ...rows.map((_, at) => line(shown.map((column) => column.cells[at]!))),
  ].join('\n')
}

/** One thing, a line a value; lists of things below it as tables, or as blocks where a table would not fit. */
export function details(thing: Row, width: number): string {
  const plain = Object.keys(thing).filter((name) => !isThings(thing[name]))
  const size = Math.max(0, ...plain.map((name) => heading(name).length))
  const lines = plain.map((name) => `${heading(name).padEnd(size)}${GAP}${cell(thing[name])}`.trimEnd())
  const nested = Object.entries(thing).flatMap(([name, value]) =>
    isThings(value) ? [`\n${heading(name)}\n${whole(value, width)}`] : [],
  )
  return [...lines, ...nested].join('\n')
}

/** All columns, because a value of a record that is left out cannot be pasted. */
function whole(rows: Row[], width: number): string {
  const wide = table(rows, Number.POSITIVE_INFINITY)
  if (wide.split('\n').every((line) => lengthOf(line) <= width)) return wide
  return rows.map((row) => details(row, width)).join('\n\n')
}

const fits = (columns: { size: number }[], width: number) =>
  columns.reduce((sum, column) => sum + column.size, GAP.length * (columns.length - 1)) <= width

function columnsOf(rows: Row[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => !rows.some((row) => isThings(row[name])),
  )
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
  return names.toSorted((a, b) => rank(a) - rank(b))
}

const isThings = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null)

/** One value on one line. A thing inside goes by its name. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cell).join(', ')
  if (typeof value === 'object') {
    const { name, slug } = value as Row
    return typeof name === 'string'
      ? harmless(name)
      : typeof slug === 'string'
        ? harmless(slug)
        : Object.entries(value)
            .map(([key, one]) => `${heading(key)} ${cell(one)}`)
            .join(', ')
  }
  return harmless(String(value))
}

/** Control characters and changes of direction would let other people's words redraw the screen (CWE-150). */
export const harmless = (text: string) =>
  text.replaceAll(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}')

const heading = (name: string) =>
  harmless(name)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()

/** East Asian wide characters (UAX 11) and emoji take two columns, marks that combine none. */
function lengthOf(text: string): number {
  let length = 0
  for (const char of text)
    length += /\p{Mn}|\u200d/u.test(char)
      ? 0
      : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
            char,
          )
        ? 2
        : 1
  return length
}
