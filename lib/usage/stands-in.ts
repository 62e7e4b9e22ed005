import { Prisma } from '@/lib/kernel/db/client'
import type { limitFields, LimitName } from './fields'

/** A limit of what stands, whatever the time. */
export type StandingName = {
  [K in LimitName]: (typeof limitFields)[K]['window'] extends 'always' ? K : never
}[LimitName]

const each = Prisma.sql`"tenantId", "createdAt", 1 as n`

/** What a standing limit counts: a row for each thing, whose it is, since when, and how much of the limit it takes. */
export const standsIn: Record<StandingName, Prisma.Sql> = {
  domains: Prisma.sql`(select ${each} from "Domain")`,
  members: Prisma.sql`(select ${each} from "Membership")`,
  inboxes: Prisma.sql`(select ${each} from "Inbox" where "closedAt" is null and kind <> 'role')`,
  storageBytes: Prisma.sql`(select "tenantId", "createdAt", size as n from "RawMessage" where counted)`,
}
export const standingNames = Object.keys(standsIn) as StandingName[]
