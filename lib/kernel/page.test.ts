import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from './errors'
import { decodeCursor, encodeCursor, olderThan, toPage } from './page'

const id = '01920000-0000-7000-8000-000000000000'
const cursorOf = (text: string) => Buffer.from(text).toString('base64url')

describe('a page cursor', () => {
  it('comes back as the position it was made of', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
        fc.uuid(),
        (at, uuid) => {
          expect(decodeCursor(encodeCursor({ at, id: uuid }))).toEqual({ at, id: uuid })
        },
      ),
    ))

  it.each([undefined, ''])('that is not there (%j) is the first page', (cursor) =>
    expect(decodeCursor(cursor)).toBeUndefined(),
  )

  it.each([
    'rubbish',
    cursorOf('2030-01-01T00:00:00.000Z'),
    cursorOf(`yesterday ${id}`),
    cursorOf(`2030-01-01T00:00:00.000Z ${'-'.repeat(36)}`),
    cursorOf(`2030-01-01T00:00:00.000Z ${'a'.repeat(36)}`),
    cursorOf(`-271821-04-20T00:00:00.000Z ${id}`),
    cursorOf(`+275760-09-13T00:00:00.000Z ${id}`),
    cursorOf(`5 ${id}`),
  ])('that was made up (%s) is invalid input, before the database sees it', (cursor) => {
    const refusal = expect.objectContaining({
      code: 'invalid_input',
      fields: { cursor: expect.any(String) as string },
    }) as unknown
    expect(() => decodeCursor(cursor)).toThrow(AppError)
    expect(() => decodeCursor(cursor)).toThrow(refusal)
  })

  it('never ends in anything but a position or a refusal', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map(cursorOf)), (cursor) => {
        try {
          decodeCursor(cursor)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
    ))
})

it('walking by cursor meets every row once, newest first, also rows of one moment', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (moments, limit) => {
        const rows = moments
          .map((ms, i) => ({
            id: `01920000-0000-7000-8000-${String(i).padStart(12, '0')}`,
            at: new Date(ms),
          }))
          .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
        const seen: string[] = []
        let cursor: string | null | undefined
        do {
          const from = decodeCursor(cursor ?? undefined)
          // What `olderThan` asks of the database, done by hand.
          const { OR } = olderThan('at', from) as {
            OR?: [{ at: { lt: Date } }, { at: Date; id: { lt: string } }]
          }
          const left = rows.filter(
            (r) => !OR || r.at < OR[0].at.lt || (r.at.getTime() === OR[1].at.getTime() && r.id < OR[1].id.lt),
          )
          const page = toPage(
            left.slice(0, limit + 1),
            limit,
            (r) => r.at,
            (r) => r.id,
          )
          expect(page.items.length).toBeLessThanOrEqual(limit)
          seen.push(...page.items)
          cursor = page.nextCursor
        } while (cursor)
        expect(seen).toEqual(rows.map((r) => r.id))
      },
    ),
  ))
