import { z } from 'zod'
import type { Prisma } from '@/lib/kernel/db/client'
import { searchInput } from '@/lib/kernel/page'
import { fromInput, untilInput } from './time-input'
import { actorKinds, doors, results } from './words'

const keys = <T extends object>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]]

/** What a list of events is narrowed by; the same at every door. */
export const filterInput = z.object({
  /** part of who did it or of what it was done to */
  search: searchInput,
  /** such as `domain.added`, or `domain` for all of that noun */
  action: z
    .string()
    .max(64)
    .regex(/^[a-z_]+(\.[a-z_]+)?$/, 'An action such as domain.added, or a noun such as domain.')
    .optional(),
  actorKind: z.enum(keys(actorKinds)).optional(),
  door: z.enum(keys(doors)).optional(),
  result: z.enum(keys(results)).optional(),
  from: fromInput,
  to: untilInput,
})
export type Filter = z.output<typeof filterInput>

/** The rows of a filter: to be joined with whose they are. */
export function filtered({ search, action, actorKind, door, result, from, to }: Filter) {
  const like = search && { contains: search, mode: 'insensitive' as const }
  const and: Prisma.AuditEventWhereInput[] = []
  if (like) and.push({ OR: [{ actorLabel: like }, { subject: like }] })
  if (action) and.push({ action: action.includes('.') ? action : { startsWith: `${action}.` } })
  if (from || to) and.push({ at: { ...(from && { gte: from }), ...(to && { lt: to }) } })
  return [...and, { ...(actorKind && { actorKind }), ...(door && { door }), ...(result && { result }) }]
}

/** The filter as it was asked for, for the record. */
export const filterWords = (filter: object): object =>
  Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  )
