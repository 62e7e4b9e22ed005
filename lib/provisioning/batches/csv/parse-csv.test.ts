import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvError, parseCsv } from './parse-csv'

const cells = async (text: string) => (await parseCsv(text, 100)).map((row) => row.cells)

describe('rows of CSV', () => {
  it.each([
    ['', []],
    ['a,b', [['a', 'b']]],
    ['a,b\n', [['a', 'b']]],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['\ufeffa,b', [['a', 'b']]],
    ['a,,', [['a', '', '']]],
    [',', [['', '']]],
    ['a\n\n\nb', [['a'], ['b']]],
    ['"a,b","c""d"', [['a,b', 'c"d']]],
    ['"a\nb",c', [['a\nb', 'c']]],
    ['""', []],
    ['"",a', [['', 'a']]],
    [' a , b ', [[' a ', ' b ']]],
  ])('%j', async (text, rows) => expect(await cells(text)).toEqual(rows))

  it('are told by the line they begin at', async () =>
    expect((await parseCsv('a\r\n"b\r\nc\r\nd",e\r\n\r\nf', 9)).map(({ line }) => line)).toEqual([1, 2, 6]))

  it('are the same wherever a piece of the text ends, also inside a letter or a quoted cell', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [`é${n}`, 'a\n😀,"b'])
    const text = rows.map(([a, b]) => `${a},"${b!.replace('"', '""')}"`).join('\r\n')
    expect(text.length).toBeGreaterThan(4 * 65_536)
    expect((await parseCsv(text, 20_000)).map((row) => row.cells)).toEqual(rows)
  })

  it.each([
    ['a\n"b', 2],
    ['a\n"b"c', 2],
    ['a\nb"c', 2],
    ['"a\n"b', 2],
    [`a\n"${'b'.repeat(20_000)}"`, 2],
    ['a\n'.repeat(101), 101],
  ])('%j is none', async (text, line) => {
    let error: unknown
    try {
      await parseCsv(text, 100)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(CsvError)
    expect((error as CsvError).line).toBe(line)
  })

  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const table = fc.array(
    fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', ' ') }), {
      minLength: 2,
      maxLength: 4,
    }),
  )

  it('whatever is quoted comes back as it was, its line ends as one character', () =>
    fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, end) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join(end)
        expect(await cells(text)).toEqual(
          rows.map((row) => row.map((cell) => cell.replaceAll(/\r\n?/g, '\n'))),
        )
      }),
    ))

  it('whatever it is given, it ends, with rows or with a line', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\ufeff') }),
        async (text) => {
          try {
            const lines = (await parseCsv(text, 100)).map(({ line }) => line)
            expect(lines).toEqual(lines.toSorted((a, b) => a - b))
          } catch (error) {
            expect(error).toBeInstanceOf(CsvError)
          }
        },
      ),
    ))
})
