import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, type Search } from './parse-search'

const nothing: Search = {
  ...{ words: [], without: [], in: null, before: null, after: null, label: null, notUnderstood: [] },
}
const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('a line of search', () => {
  it.each<[string, Partial<Search>]>([
    ['', {}],
    ['Invoice', { words: ['invoice'] }],
    ['invoice  march', { words: ['invoice', 'march'] }],
    ['"late payment"', { words: ['late', 'payment'] }],
    ['"left open', { words: ['left', 'open'] }],
    ['-draft', { without: [['draft']] }],
    ['-"old draft"', { without: [['old', 'draft']] }],
    ['from:Ada@X.dev', { words: ['from:ada@x.dev'] }],
    ['from:x.dev', { words: ['from:x.dev'] }],
    ['from:"Ada Lovelace"', { words: ['from:ada', 'from:lovelace'] }],
    ['-to:bob', { without: [['to:bob']] }],
    ['subject:Übung', { words: ['subject:ubung'] }],
    ['has:attachment', { words: ['file:yes'] }],
    ['-has:attachments', { without: [['file:yes']] }],
    ['in:spam free', { in: 'spam', words: ['free'] }],
    ['in:Anywhere', { in: 'anywhere' }],
    ['before:2026-03-01 after:2026-02-01', { before: day('2026-03-01'), after: day('2026-02-01') }],
    ['label:Receipts', { label: 'Receipts' }],
    ['label:"To do"', { label: 'To do' }],
    ['10:30', { words: ['10', '30'] }],
    ['https://acme.com/x', { words: ['https', 'acme.com', 'x'] }],
    ['has:wings', { notUnderstood: ['has:wings'] }],
    ['in:attic', { notUnderstood: ['in:attic'] }],
    ['-in:spam', { notUnderstood: ['-in:spam'] }],
    ['before:2026-02-30', { notUnderstood: ['before:2026-02-30'] }],
    ['after:yesterday', { notUnderstood: ['after:yesterday'] }],
    ['!!! ok', { words: ['ok'], notUnderstood: ['!!!'] }],
    ['from:', { words: ['from'] }],
    ['東京都', { words: ['東京', '京都'] }],
    ['label:x\0y', { label: 'x', words: ['y'] }],
    ['label:x\ud800', { label: 'x\ufffd' }],
  ])('%s', (text, wanted) => expect(parseSearch(text)).toEqual({ ...nothing, ...wanted }))

  it('is read to its bounds: 200 characters and 20 terms, and says what it left out', () => {
    expect(parseSearch('x '.repeat(400)).notUnderstood).toHaveLength(80)
    expect(parseSearch('a'.repeat(5_000)).words).toEqual(['a'.repeat(64)])
  })

  it('never fails, whatever is typed, and gives words that a search can hold', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc
            .array(
              fc.constantFrom('-', '"', ':', 'in:', 'from:', "'", '\\', '|', '&', 'é', ' ', '2026-01-01'),
            )
            .map((a) => a.join('')),
        ),
        (text) => {
          const { words, without, before, after } = parseSearch(text)
          for (const word of [...words, ...without.flat()]) {
            expect(word.length).toBeGreaterThan(0)
            expect(word).not.toMatch(/[\s\0]/)
          }
          for (const date of [before, after]) if (date) expect(Number.isNaN(date.getTime())).toBe(false)
        },
      ),
    ))
})
