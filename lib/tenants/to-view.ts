import type { TenantRow } from './hold-tenant'
import type { FoundTenantView, TenantView } from './view'

type Row = Omit<TenantRow, 'workspace'> & { workspace: TenantView['workspace'] }

export const toTenantView = (row: Row): TenantView => ({
  ...row,
  suspension: row.suspendedAt && {
    since: row.suspendedAt.toISOString(),
    reason: row.suspendedFor ?? '',
  },
  createdAt: row.createdAt.toISOString(),
})

interface Found extends TenantRow {
  domains: { name: string; state: string }[]
  _count: { memberships: number }
}

export const toFoundView = (row: Found): FoundTenantView => ({
  ...toTenantView(row),
  assignment: row.assignment,
  members: row._count.memberships,
  domains: row.domains,
})
