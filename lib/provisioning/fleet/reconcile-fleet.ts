import { z } from 'zod'
import { fromFile } from '@/lib/kernel/from-file'
import { operation } from '@/lib/kernel/operation'
import { compareFleet } from './platform'
import { readList } from './read-list'
import { fleetDiffView } from './view'

const MOST_CHARACTERS = 4 * 1024 * 1024
const MOST_BYTES = 2 * MOST_CHARACTERS

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
        'CSV with a header, or a JSON array: tenant (slug or id) is needed; plan, workspace, inbox and domain are compared where there is such a column',
      )
      .meta(fromFile),
  }),
  output: fleetDiffView,
  run: (_, { file }) => compareFleet(readList(file)),
})
