import { operation } from '@/lib/kernel/operation'
import { decodeCursor, pageInput, pageOf, toPage } from '@/lib/kernel/page'
import { tenantInput } from '../input'
import { moveView } from '../view'
import { movesOf } from './platform'
import { toMoveView } from './to-move-view'

export const listMoves = operation({
  name: 'tenants.moves',
  summary: 'List the moves of an organisation between workspaces, newest first.',
  permission: 'tenants.inspect',
  effect: 'read',
  http: { method: 'GET', path: '/admin/tenants/{tenant}/moves' },
  input: pageInput.extend(tenantInput.shape),
  output: pageOf(moveView),
  run: async (_, { tenant: slug, cursor, limit }) => {
    const { tenant, latest, rows } = await movesOf(slug, decodeCursor(cursor), limit + 1)
    return toPage(
      rows,
      limit,
      (row) => row.createdAt,
      (row) => toMoveView(row, row.id === latest ? tenant : null),
    )
  },
})
