import { z } from 'zod'
import { operation } from '@/lib/kernel/operation'
import { pageInput, searchInput } from '@/lib/kernel/page'
import { planNames } from '@/lib/tenants/plans'
import { limitFields, meteredNames } from '../fields'
import { levelOf } from '../level'
import { findStandings, type StandingRow } from './platform'
import { decodeMark, encodeMark, sorts } from './sort'
import { overviewView } from './view'

export const overseeUsage = operation({
  name: 'usage.overview',
  summary: 'List tenants by how close they are to their limits.',
  permission: 'usage.oversee',
  effect: 'read',
  http: { method: 'GET', path: '/admin/usage' },
  input: pageInput.extend({
    // Longer than elsewhere: where a page ended by name, the name stands in it.
    cursor: z.string().max(800).optional(),
    kind: z.enum(meteredNames).optional(),
    search: searchInput,
    plan: z.enum(planNames).optional(),
    environment: z.enum(['production', 'staging', 'development']).optional(),
    workspace: z.string().max(100).optional(),
    level: z.enum(['near', 'full']).optional(),
    sort: z.enum(sorts).default('share'),
  }),
  output: overviewView,
  run: async (_, { cursor, limit, ...wanted }) => {
    const { sort } = wanted
    const rows = await findStandings({ ...wanted, after: decodeMark(cursor, sort), take: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(view),
      nextCursor: rows.length > limit && last ? encodeMark({ sort, key: keyOf(last), id: last.id }) : null,
    }
  },
})

const keyOf = ({ key }: StandingRow) => (key instanceof Date ? key.toISOString() : key)

const view = ({ workspaceSlug, workspaceName, suspendedAt, createdAt, ...row }: StandingRow) => ({
  ...row,
  workspace: { slug: workspaceSlug, name: workspaceName },
  suspended: suspendedAt !== null,
  createdAt: createdAt.toISOString(),
  label: limitFields[row.limitName].label,
  unit: limitFields[row.limitName].unit,
  level: levelOf(row.used, row.limit),
})
