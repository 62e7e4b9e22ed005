/** Text for terminals: aligned by spaces, never wider than it has to be, and nothing in it that steers the terminal. */
export type Row = Record<string, unknown>

const GAP = '  '
const first = [
  ...['id', 'name', 'slug', 'email', 'address', 'from', 'subject'],
  ...['state', 'status', 'role', 'at', 'receivedAt', 'unread', 'text'],
]

/** Rows under their headings. Columns that do not fit or hold nothing are left out: `--json` has them. */
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

/**
 * One thing, a line a value; below it what has several lines, and lists of things as tables, or as blocks where a table
 * would not fit.
 */
export function details(thing: Row, width: number): string {
  const below = Object.entries(thing).flatMap(([name, value]) => {
    const block = blockOf(value, width)
    return block === null ? [] : [{ name, block }]
  })
  const plain = Object.keys(thing).filter((name) => !below.some((one) => one.name === name))
  const size = Math.max(0, ...plain.map((name) => heading(name).length))
  const lines = plain.map((name) => `${heading(name).padEnd(size)}${GAP}${cell(thing[name])}`.trimEnd())
  return [...lines, ...below.map(({ name, block }) => `\n${heading(name)}\n${block}`)].join('\n')
}

/** What does not go on a line; null for what does. */
function blockOf(value: unknown, width: number): string | null {
  if (typeof value === 'string') {
    const lines = value.trimEnd().split(/\r\n|\n|\r/)
    // Set in: a line of somebody's text is not to be taken for a value of ours.
    return lines.length > 1 ? lines.map((line) => `  ${harmless(line)}`.trimEnd()).join('\n') : null
  }
  if (isThings(value)) return whole(value, width)
  return isOfThings(value) ? details(value, width) : null
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
    (name) => rows.some((row) => cell(row[name]) !== '') && !rows.some((row) => isThings(row[name])),
  )
  // What is looked up by id stands at the end.
  const rank = (name: string) =>
    first.includes(name) ? first.indexOf(name) : first.length + Number(/\wId$/.test(name))
  return names.toSorted((a, b) => rank(a) - rank(b))
}

/** Not what goes by its name, but what holds further things. */
const isOfThings = (value: unknown): value is Row =>
  isThing(value) && !called(value) && Object.values(value).some((one) => isThing(one) && !called(one))

const isThing = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isThings = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'object' && one !== null)

/** One value on one line. A thing inside goes by its name. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(cell).join(', ')
  if (isThing(value))
    return (
      called(value) ??
      Object.entries(value)
        .map(([key, one]) => `${heading(key)} ${cell(one)}`)
        .join(', ')
    )
  return harmless(String(value).trimEnd())
}

/** What a thing goes by; null when it has no name. */
function called({ name, slug, address }: Row): string | null {
  const names = [name, slug].filter((one) => typeof one === 'string' && one !== '')
  const [known] = names.map((one) => harmless(String(one)))
  if (typeof address !== 'string') return known ?? null
  return known ? `${known} <${harmless(address)}>` : harmless(address)
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
