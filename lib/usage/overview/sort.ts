import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'

export const sorts = ['share', 'used', 'name', 'newest'] as const
export type Sort = (typeof sorts)[number]

/** Where a page ended, in the order that it was in. */
export interface Mark {
  sort: Sort
  key: string | number
  id: string
}

const number = z.number()
// What PostgreSQL can read, too: it knows no zero byte and no year nought.
const keys = {
  share: number,
  used: number,
  name: z.string().regex(/^[^\0]*$/),
  newest: z.iso.datetime().regex(/^[1-9]/),
} satisfies Record<Sort, z.ZodType>

const shape = z.tuple([z.enum(sorts), z.union([z.string(), number]), z.uuid()])

export const encodeMark = ({ sort, key, id }: Mark): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url')

/** @throws AppError invalid_input, also for a page of another order */
export function decodeMark(cursor: string | undefined, sort: Sort): Mark | undefined {
  if (!cursor) return undefined
  const read = shape.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()))
  if (!read.success || read.data[0] !== sort || !keys[sort].safeParse(read.data[1]).success)
    throw new AppError('invalid_input', {
      say: 'This page link is not valid. Start from the first page.',
      field: 'cursor',
    })
  const [, key, id] = read.data
  return { sort, key, id }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
