import { z } from 'zod'
import { AppError } from './errors'
import { isUuid } from './ids'

/** Keyset pages: newest first, by (at, id). The cursor is opaque to the outside. */
export const pageInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(25),
})

/** Text to be found somewhere in a name. What LIKE would read as a wildcard, or not at all, stands for itself. */
export const searchInput = z
  .string()
  .trim()
  .max(253)
  .transform((text) => text.replaceAll('\0', '\ufffd').replace(/[\\%_]/g, '\\$&'))
  .optional()

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export interface Position {
  at: Date
  id: string
}

export const encodeCursor = ({ at, id }: Position): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

export function decodeCursor(cursor: string | undefined): Position | undefined {
  if (!cursor) return undefined
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const date = new Date(at)
  // Four digits of a year: others are dates to JavaScript, but not to the database.
  if (!isUuid(id) || !/^\d{4}-/.test(at) || Number.isNaN(date.getTime()))
    throw new AppError('invalid_input', {
      say: 'This page link is not valid. Start from the first page.',
      field: 'cursor',
    })
  return { at: date, id }
}

/** The `where` of "older than the cursor" on (field, id). */
export const olderThan = (field: string, p: Position | undefined) =>
  p ? { OR: [{ [field]: { lt: p.at } }, { [field]: p.at, id: { lt: p.id } }] } : {}

/** Cuts `limit + 1` rows into a page. */
export function toPage<R extends { id: string }, V>(
  rows: R[],
  limit: number,
  at: (row: R) => Date,
  view: (row: R) => V,
) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(view),
    nextCursor: rows.length > limit && last ? encodeCursor({ at: at(last), id: last.id }) : null,
  }
}
