import { z } from 'zod'
import { fromFile } from '@/lib/kernel/from-file'
import { operation } from '@/lib/kernel/operation'
import { compareFleet } from './platform'
import { placeIn } from './place'
import { readList } from './read-list'
import { fleetDiffView, MOST_TOLD, TOLD } from './view'

// A hundred thousand lines of what is compared, with as much again that is not.
const MOST_CHARACTERS = 20 * 1024 * 1024
const MOST_BYTES = 2 * MOST_CHARACTERS

const columnName = z.string().trim().min(1).max(100).optional()

export const reconcileFleet = operation({
  name: 'fleet.reconcile',
  summary: 'Compare a list of organisations with the fleet, and show both differences in one.',
  permission: 'fleet.read',
  effect: 'read',
  http: { method: 'POST', path: '/admin/fleet/reconcile', most: MOST_BYTES },
  input: z.object({
    file: z
      .string()
      .max(MOST_CHARACTERS)
      .describe(
        'CSV with a header, a JSON array, or a JSON object a line, of 100,000 lines at most: tenant (slug, id, or the client id it was provisioned with) is needed; plan, workspace, inbox and domain are compared where there is such a column',
      )
      .meta(fromFile),
    columns: z
      .strictObject({
        ...{ tenant: columnName, plan: columnName, workspace: columnName },
        ...{ inbox: columnName, domain: columnName },
      })
      .optional()
      .describe('what the list calls these columns, where it has other names for them'),
    cursor: z
      .string()
      .max(2_000)
      .optional()
      .describe('from nextCursor: what comes then, the same list being sent again'),
    limit: z
      .number()
      .int()
      .min(1)
      .max(MOST_TOLD)
      .default(TOLD)
      .describe('how many of each part are told at once'),
  }),
  output: fleetDiffView,
  run: async (_, { file, columns, cursor, limit }) => {
    const place = placeIn(cursor)
    return compareFleet(await readList(file, columns), place, limit)
  },
})
