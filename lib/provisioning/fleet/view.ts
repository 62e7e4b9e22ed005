import { z } from 'zod'

/** More are counted and not told: a list and a fleet that have so little in common are of two installations. */
export const MOST_TOLD = 1_000

export const comparedFields = ['plan', 'workspace', 'inbox', 'domain'] as const

const first = <T extends z.ZodType>(item: T) =>
  z.object({
    /** how many there are, of which the first stand in `items` */
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
  onlyInList: first(
    z.object({
      line: z.number().int(),
      /** as the list names it */
      tenant: z.string(),
    }),
  ),
  onlyInFleet: first(
    z.object({
      /** its slug */
      tenant: z.string(),
      name: z.string(),
      plan: z.string(),
      workspace: z.string(),
    }),
  ),
  differing: first(
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
})
export type FleetDiffView = z.infer<typeof fleetDiffView>
