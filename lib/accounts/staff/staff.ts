import type { StaffRole, StaffView } from './view'

interface Row {
  id: string
  email: string
  name: string | null
  platformRole: StaffRole | null
  createdAt: Date
}

export const toStaffView = (row: Row): StaffView => ({
  id: row.id,
  name: row.name ?? row.email,
  email: row.email,
  role: row.platformRole ?? 'support',
  since: row.createdAt.toISOString(),
})
