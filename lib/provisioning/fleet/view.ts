import { z } from 'zod'

/** Of each part, in one answer: more than a person reads, and no more than a program holds. */
export const TOLD = 1_000
export const MOST_TOLD = 20_000

export const comparedFields = ['plan', 'workspace', 'inbox', 'domain'] as const

const part = <T extends z.ZodType>(item: T) =>
  z.object({
    /** how many there are, of which the next stand in `items` */
    total: z.number().int(),
    items: z.array(item),
  })

export const fleetDiffView = z.object({
  /** lines of the list */
  listed: z.number().int(),
  /** organisations of the fleet */
  standing: z.number().int(),
  /** fields that both were compared by */
  compared: z.array(z.enum(comparedFields)),
  /** columns of the list that were nothing to us */
  passedOver: z.array(z.string()),
  onlyInList: part(
    z.object({
      line: z.number().int(),
      /** as the list names it */
      tenant: z.string(),
    }),
  ),
  onlyInFleet: part(
    z.object({
      /** its slug */
      tenant: z.string(),
      name: z.string(),
      plan: z.string(),
      workspace: z.string(),
    }),
  ),
  differing: part(
    z.object({
      /** its slug */
      tenant: z.string(),
      field: z.enum(comparedFields),
      /** where the list says it; null for what only the fleet has */
      line: z.number().int().nullable(),
      list: z.string().nullable(),
      fleet: z.string().nullable(),
    }),
  ),
  /** where the rest of each part begins */
  nextCursor: z.string().nullable(),
})
export type FleetDiffView = z.infer<typeof fleetDiffView>
