import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { csvLine } from './csv'
import { streamed } from './rows'

// What breaks off is told in the log, which needs its settings.
vi.mock('@/lib/kernel/log', () => ({ log: () => ({ error: () => undefined }) }))

async function* of(...rows: Record<string, unknown>[]) {
  yield* rows
}
const textOf = async (format: 'json' | 'csv', ...rows: Record<string, unknown>[]) =>
  (await streamed(of(...rows), format, 'audit.export', new Headers())).text()

describe('a line of CSV', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['say "hi"', 'a,b', 'two\nlines'], '"say ""hi""","a,b","two\nlines"\r\n'],
    [[null, undefined, '', 0, -5, true], ',,,0,-5,true\r\n'],
    [['=1+1', '+1', '-1', '@x', '\tx', '\rx'], `'=1+1,'+1,'-1,'@x,'\tx,"'\rx"\r\n`],
    [[{ a: [1] }], '"{""a"":[1]}"\r\n'],
  ])('%j', (cells, line) => expect(csvLine(cells)).toBe(line))

  it('never has a cell that a spreadsheet would run, and gives every text back', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const cells = parse(csvLine(texts))
        for (const [at, cell] of cells.entries()) {
          expect(cell).not.toMatch(/^[=+\-@\t\r]/)
          expect([texts[at], `'${texts[at]}`]).toContain(cell)
        }
        expect(cells).toHaveLength(texts.length)
      }),
    ))
})

/** RFC 4180, read the way its grammar is written. */
function parse(line: string): string[] {
  const cells = [...`${line.slice(0, -2)},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/gsy)]
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

describe('rows', () => {
  it('are one JSON array', async () => {
    const rows = [{ a: 1 }, { a: 'x', b: null }]
    expect(JSON.parse(await textOf('json', ...rows))).toEqual(rows)
    expect(JSON.parse(await textOf('json'))).toEqual([])
  })

  it('are a table under the names of the first', async () => {
    expect(await textOf('csv', { a: 1, b: 2 }, { b: 4, a: 3 })).toBe('a,b\r\n1,2\r\n3,4\r\n')
    expect(await textOf('csv')).toBe('')
  })

  it('come as a file with a plain name', async () => {
    const { headers } = await streamed(of(), 'csv', 'audit.export_all', new Headers())
    expect(headers.get('content-disposition')).toBe('attachment; filename="audit-export-all.csv"')
    expect(headers.get('content-type')).toMatch(/^text\/csv/)
  })

  it('are taken only as fast as they are read, and no more once the reader left', async () => {
    let made = 0
    let ended = false
    async function* many() {
      try {
        for (;;) yield { n: ++made, text: 'x'.repeat(1_000) }
      } finally {
        ended = true
      }
    }
    const response = await streamed(many(), 'json', 'a.b', new Headers())
    const reader = response.body!.getReader()
    await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(made).toBeLessThan(60)
    await reader.cancel()
    expect(ended).toBe(true)
  })

  it('that break in the middle break the connection off, so that half is not taken for whole', async () => {
    async function* breaking() {
      yield { a: 1 }
      throw new Error('gone')
    }
    const response = await streamed(breaking(), 'json', 'a.b', new Headers())
    await expect(response.text()).rejects.toThrow('gone')
  })

  it('that break before the first are refused as any other call', async () => {
    async function* none() {
      throw new Error('refused')
    }
    await expect(streamed(none(), 'json', 'a.b', new Headers())).rejects.toThrow('refused')
  })
})
