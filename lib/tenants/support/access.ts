import type { AccessRow } from './platform'
import type { AccessView } from './view'

export const toAccessView = ({ id, tenant, reason, createdAt, expiresAt }: AccessRow): AccessView => ({
  ...{ id, tenant, reason },
  openedAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})
