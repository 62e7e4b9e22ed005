import type { Prisma } from '@/lib/kernel/db/client'
import type { TenantRow } from '../hold-tenant'
import type { MoveView } from '../view'

const place = { select: { slug: true, name: true } } as const
export const withPlaces = { from: place, to: place } satisfies Prisma.TenantMoveInclude
export type MoveRow = Prisma.TenantMoveGetPayload<{ include: typeof withPlaces }>

export const newestFirst = {
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] as Prisma.TenantMoveOrderByWithRelationInput[],
}

/** @param tenant as it stands when this is the latest of its moves, null for any other */
export const toMoveView = (row: MoveRow, tenant: Pick<TenantRow, 'workspaceId'> | null): MoveView => ({
  ...{ id: row.id, movedBy: row.movedBy, movedAt: row.createdAt.toISOString() },
  from: { ...row.from, assignment: row.fromAssignment },
  to: { ...row.to, assignment: row.toAssignment },
  undoneAt: row.undoneAt?.toISOString() ?? null,
  undoable: tenant !== null && row.undoneAt === null && row.toId === tenant.workspaceId,
})
