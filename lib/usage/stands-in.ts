import { Prisma } from '@/lib/kernel/db/client'
import type { limitFields, LimitName } from './fields'

/** A limit of what stands, whatever the time. */
export type StandingName = {
  [K in LimitName]: (typeof limitFields)[K]['window'] extends 'always' ? K : never
}[LimitName]

/** Where the rows are that a standing limit counts. */
export const standsIn: Record<StandingName, Prisma.Sql> = {
  domains: Prisma.sql`"Domain"`,
  members: Prisma.sql`"Membership"`,
}
export const standingNames = Object.keys(standsIn) as StandingName[]
