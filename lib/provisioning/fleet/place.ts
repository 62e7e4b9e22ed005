import { z } from 'zod'
import { AppError } from '@/lib/kernel/errors'
import { comparedFields } from './view'

// Nothing that PostgreSQL could not be asked for.
const text = z
  .string()
  .max(320)
  .regex(/^\P{C}*$/u)
const line = z.number().int().min(0).max(2_147_483_647)

const placeSchema = z.object({
  onlyInList: line.nullable(),
  onlyInFleet: text.nullable(),
  differing: z.tuple([text, z.enum(comparedFields), line.nullable(), text.nullable()]).nullable(),
})

/** Behind which line, organisation or difference each part goes on; null for a part that was told to its end. */
export type Place = z.infer<typeof placeSchema>

export const encodePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** @throws AppError invalid_input */
export function placeIn(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  const read = placeSchema.safeParse(jsonIn(cursor))
  if (read.success) return read.data
  throw new AppError('invalid_input', {
    say: 'This cursor is not valid. Start from the beginning.',
    field: 'cursor',
  })
}

function jsonIn(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return undefined
  }
}
